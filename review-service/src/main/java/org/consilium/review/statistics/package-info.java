/**
 * How often opinions agree with the first ones, with definitions, denominators and intervals, and
 * without any number by which a single case could be made out. What the words mean stands in {@code
 * docs/agreement-statistics.md}.
 */
package org.consilium.review.statistics;
