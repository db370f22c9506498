/**
 * Links by which the patient's side shows the letter to somebody without an account: with a
 * passcode, for a while. A link is worth no more than the right of whoever made it.
 */
package org.consilium.review.share;
