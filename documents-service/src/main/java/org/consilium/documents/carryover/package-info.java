/** Records that a family sent for one case, in the case that followed from it. */
package org.consilium.documents.carryover;
