/**
 * What happens between the release of the opinion and the end of the case: questions and their
 * answers, and a later version on its way. Neither an open question nor a version that is being
 * written is cut off by the clock.
 */
package org.consilium.intake.followup;
