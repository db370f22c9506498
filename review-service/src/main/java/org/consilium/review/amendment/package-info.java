/**
 * A released opinion is amended by a later version that says what it replaces and why. It is
 * signed, checked and released as the first one was; each version stays readable with its own
 * letter.
 */
package org.consilium.review.amendment;
