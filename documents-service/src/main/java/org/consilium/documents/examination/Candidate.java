package org.consilium.documents.examination;

import java.util.UUID;

/**
 * A received document whose turn it is.
 *
 * @param lease proves that it is examined here and nowhere else
 * @param examinations that came to nothing so far
 */
record Candidate(
        UUID documentId,
        UUID lease,
        String objectKey,
        String fileName,
        String sha256,
        long bytes,
        int examinations) {}
