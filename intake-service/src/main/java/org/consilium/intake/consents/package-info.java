/** What the patient allows whoever acts for them; docs/consents.md tells it. */
package org.consilium.intake.consents;
