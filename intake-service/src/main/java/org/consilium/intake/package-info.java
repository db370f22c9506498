/**
 * Intake decides whether and how a question about somebody's health becomes a case: who may ask it,
 * what has to be there first, when it is ready for a reviewer, and how it ends.
 *
 * <p>It owns the programmes, the safety screening, the case with its people, consents and
 * questions, triage, and the timeline that the patient sees. It learns of records and reviews from
 * events and never writes their state.
 */
package org.consilium.intake;
