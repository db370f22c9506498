package org.consilium.review.matching;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Who goes first of those whom nothing else tells apart: the SHA-256 of {@code case/reviewer}, in
 * hex. Anybody can draw it again, nobody can choose it, and over many cases each comes first as
 * often as the others; an order by id would always ask the same person first.
 */
final class Lot {

    private Lot() {}

    static String of(UUID caseId, UUID reviewer) {
        var drawn = (caseId + "/" + reviewer).getBytes(StandardCharsets.US_ASCII);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(drawn));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
