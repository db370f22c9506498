/**
 * How it went afterwards: three weeks and three months after the opinion the patient's side is
 * asked, once each, whether it helped them understand, and what was decided. Single answers are
 * their own; what all of them come to is counted.
 */
package org.consilium.intake.outcome;
