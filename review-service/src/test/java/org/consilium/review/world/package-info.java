/** The outside world of review-service in its integration tests: people, cases, intake's words. */
package org.consilium.review.world;
