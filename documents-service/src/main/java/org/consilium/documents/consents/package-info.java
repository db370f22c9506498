/** What the patient allows those who act for them, where records are concerned. */
package org.consilium.documents.consents;
