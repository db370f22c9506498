/**
 * Somebody other than its author reads an opinion before it may be released: a list of things to
 * hold, how much each difference matters, and either a pass, with which the author's signature
 * becomes final, or findings, with which the opinion goes back.
 */
package org.consilium.review.quality;
