/** What review tells whoever watches it. */
package org.consilium.review.watch;
