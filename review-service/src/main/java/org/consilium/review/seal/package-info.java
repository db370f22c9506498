/**
 * The installation's seal on each letter: whoever holds the file can tell without us, and without a
 * network, that it came from here and was not changed since.
 */
package org.consilium.review.seal;
