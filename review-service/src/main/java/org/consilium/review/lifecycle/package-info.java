/**
 * The review's states, what may be asked of each, and what the rules answer: pure, without clock,
 * ids of its own, storage or HTTP.
 */
package org.consilium.review.lifecycle;
