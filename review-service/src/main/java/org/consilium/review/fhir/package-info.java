/**
 * The delivered opinion for other systems: a FHIR R4 document that says what the printed letter
 * says, to exactly those who may read that.
 */
package org.consilium.review.fhir;
