package org.consilium.documents.translations;

import java.util.Optional;
import org.consilium.kit.web.Problem;

/** What a refusal is in HTTP. */
final class TranslationRefusals {

    private TranslationRefusals() {}

    /** Thrown as a problem when there is one. */
    static void check(Optional<TranslationRefusal> refusal) {
        if (refusal.isPresent()) {
            throw problem(refusal.get());
        }
    }

    static Problem problem(TranslationRefusal reason) {
        return switch (reason) {
            case CASE_HAS_ENDED ->
                    new Problem(
                            409,
                            "case-has-ended",
                            "The case has ended; its records are as they are.");
            case NOT_TRANSLATABLE ->
                    new Problem(
                            409,
                            "not-translatable",
                            "Only an accepted record is translated, as one.");
            case ALREADY_ENGAGED ->
                    new Problem(
                            409,
                            "already-engaged",
                            "This person translates this document into this language.");
            case ENGAGEMENT_HAS_ENDED ->
                    new Problem(409, "engagement-has-ended", "This engagement has ended.");
            case SOURCE_DIFFERS ->
                    new Problem(
                            409,
                            "source-differs",
                            "The document is another version than you cite: read it again.");
        };
    }
}
