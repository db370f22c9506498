package org.consilium.review.quality;

import java.time.Instant;
import java.util.UUID;
import org.consilium.review.letter.LetterPage;
import org.consilium.review.opinion.OpinionContent;
import org.consilium.review.opinion.Replaced;
import org.consilium.review.opinion.SignedOpinion;
import org.consilium.review.opinion.SignedOpinion.Signer;

/**
 * An opinion as its author signed it, before anybody else has read it.
 *
 * @param replaces null for a first version
 * @param page the letter in words, as the author's right to read them found them; how much each
 *     difference matters is not yet in it
 * @param language of the letter
 */
public record Submission(
        UUID opinionId,
        UUID caseId,
        int version,
        Signer signer,
        OpinionContent content,
        Instant signedAt,
        Replaced replaces,
        LetterPage page,
        String language) {

    SignedOpinion passed(OpinionContent scored, String letterKey, String letterSha256) {
        return new SignedOpinion(
                opinionId,
                caseId,
                version,
                signer,
                scored,
                signedAt,
                replaces,
                letterKey,
                letterSha256);
    }
}
