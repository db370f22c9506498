/** How a case ends at somebody's word, and with which reasons it may in which state. */
package org.consilium.intake.endings;
