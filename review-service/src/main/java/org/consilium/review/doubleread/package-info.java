/**
 * Cases that somebody else reads, too: which they are, who reads them, how the two readings are
 * held against each other, and who decides where they differ in a major way. How a second reading
 * moves stands in {@code lifecycle}, its storage and its door in {@code desk}.
 */
package org.consilium.review.doubleread;
