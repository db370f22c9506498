/**
 * Where bytes wait until they are known to be fit: counted after they are stored, one part in
 * memory at a time, found again whatever dies in between.
 */
package org.consilium.documents.quarantine;
