/**
 * What stands between a draft and its signature: held against the case's form, its questions and
 * its records, everything that is missing at once.
 */
package org.consilium.review.completeness;
