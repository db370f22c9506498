/** One service leading to the next: what a new case takes over from an earlier one. */
package org.consilium.intake.followon;
