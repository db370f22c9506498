/** Dates that somebody enters. */
package org.consilium.intake.dates;
