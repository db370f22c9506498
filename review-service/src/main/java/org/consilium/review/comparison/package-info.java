/** What the reviewer read before the first opinion was seen, and what became of it afterwards. */
package org.consilium.review.comparison;
