/**
 * The opinion: who may give it, how it comes about, that it does not change once signed.
 *
 * <p>This service decides who is asked to review a case and why nobody else was; whether the
 * reviewer has written an own reading before seeing the first opinion; what may be asked back and
 * by whom it is answered; whether a draft is complete enough to be signed by this person; and when
 * the patient may read it. It keeps the reviewers, the directory of organisations, every word of
 * readings, questions, opinions and addenda, and the letters.
 */
package org.consilium.review;
