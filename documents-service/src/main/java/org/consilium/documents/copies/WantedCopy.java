package org.consilium.documents.copies;

import java.util.UUID;

/**
 * An accepted document whose copy is to be made.
 *
 * @param lease proves that it is made here and nowhere else
 */
record WantedCopy(UUID documentId, UUID lease, String objectKey, long bytes, String contentType) {}
