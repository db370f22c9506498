/**
 * Whose turn it was when: one row for each change, from which the timeline and the clocks are told.
 */
package org.consilium.intake.turns;
