/**
 * Which records will be wanted, before anything is submitted: the programme's list alone. What has
 * arrived of it is known to documents-service, from the submission on.
 */
package org.consilium.intake.checklist;
