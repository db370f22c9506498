package org.consilium.documents.examination;

import java.util.UUID;

/** A received document whose turn it is. */
record Candidate(UUID documentId, String objectKey, String fileName, String sha256, long bytes) {}
