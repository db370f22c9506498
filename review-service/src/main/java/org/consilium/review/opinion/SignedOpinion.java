package org.consilium.review.opinion;

import java.time.Instant;
import java.util.UUID;

/**
 * An opinion as it was signed: it does not change.
 *
 * @param replaces null for a first version
 * @param letterKey where the letter lies in the bucket
 * @param letterSha256 of the letter as it was signed, lower-case hex
 */
public record SignedOpinion(
        UUID opinionId,
        UUID caseId,
        int version,
        Signer signer,
        OpinionContent content,
        Instant signedAt,
        Replaced replaces,
        String letterKey,
        String letterSha256) {

    /** By what right it was signed. */
    public record Signer(UUID reviewer, String name, String licenceCountry, String licenceNumber) {}
}
