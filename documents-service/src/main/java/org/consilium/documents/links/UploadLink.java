package org.consilium.documents.links;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A link as it stands.
 *
 * @param kinds LOINC codes it is for; empty for any
 * @param files how many uploads were begun by it
 * @param bytes how many they announced together
 * @param revokedAt null while nobody revoked it
 */
public record UploadLink(
        UUID id,
        UUID caseId,
        Set<String> kinds,
        int maxFiles,
        long maxBytes,
        int files,
        long bytes,
        UUID madeBy,
        Instant madeAt,
        Instant expiresAt,
        Instant revokedAt) {

    public boolean takes(String kind) {
        return kinds.isEmpty() || kinds.contains(kind);
    }

    int filesLeft() {
        return maxFiles - files;
    }

    long bytesLeft() {
        return maxBytes - bytes;
    }
}
