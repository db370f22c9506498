/**
 * Break-glass: a clinician of this installation who has no right to a case reads it all the same,
 * when somebody's life or care cannot wait for a consent. One case, an hour, reading only, with a
 * reason and a fresh sign-in; the patient's side and the clinical leads are told at once, every
 * look is in the case's access log, and somebody else reviews it afterwards.
 */
package org.consilium.intake.breakglass;
