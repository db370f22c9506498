package org.consilium.documents.examination;

import java.util.UUID;

/**
 * A received document whose turn it is.
 *
 * @param lease proves that it is examined here and nowhere else
 */
record Candidate(
        UUID documentId,
        UUID lease,
        String objectKey,
        String fileName,
        String sha256,
        long bytes) {}
