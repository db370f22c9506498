package org.consilium.documents.links;

import java.time.Instant;
import java.util.Set;

/**
 * What a link still takes, told before anybody tries.
 *
 * @param maxBytes of one file
 * @param kinds LOINC codes; empty for any
 */
public record LinkLimits(
        long maxBytes, int filesLeft, long bytesLeft, Set<String> kinds, Instant expiresAt) {

    public static LinkLimits of(UploadLink link, long largestFile) {
        return new LinkLimits(
                Math.min(largestFile, link.bytesLeft()),
                link.filesLeft(),
                link.bytesLeft(),
                link.kinds(),
                link.expiresAt());
    }
}
