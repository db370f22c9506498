/** What a case's records should be, what is there, and who hears of the difference. */
package org.consilium.documents.checklist;
