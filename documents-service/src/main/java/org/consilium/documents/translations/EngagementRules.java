package org.consilium.documents.translations;

import static org.consilium.documents.translations.TranslationRefusal.ALREADY_ENGAGED;
import static org.consilium.documents.translations.TranslationRefusal.CASE_HAS_ENDED;
import static org.consilium.documents.translations.TranslationRefusal.NOT_TRANSLATABLE;
import static org.consilium.documents.translations.TranslationRefusal.SOURCE_DIFFERS;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.consilium.documents.document.Document;
import org.consilium.documents.document.Document.Accepted;
import org.consilium.documents.paper.Form.Translation;

/** When somebody may be asked to translate, and what of. */
final class EngagementRules {

    /** Longer than any translation takes; whoever needs more is asked again. */
    static final Duration LONGEST = Duration.ofDays(90);

    private EngagementRules() {}

    static boolean isBearable(Instant until, Instant now) {
        return until.isAfter(now) && !until.isAfter(now.plus(LONGEST));
    }

    /** Empty when nothing is in the way. */
    static Optional<TranslationRefusal> engaging(
            Document source, boolean caseEnded, boolean engagedAlready) {
        if (caseEnded) {
            return Optional.of(CASE_HAS_ENDED);
        }
        if (!isRecord(source)) {
            return Optional.of(NOT_TRANSLATABLE);
        }
        return engagedAlready ? Optional.of(ALREADY_ENGAGED) : Optional.empty();
    }

    /** Empty when the version that somebody translated is what the document is. */
    static Optional<TranslationRefusal> citing(Document source, String sha256) {
        return switch (source) {
            case Accepted accepted when isRecord(source) ->
                    accepted.sha256().equals(sha256)
                            ? Optional.empty()
                            : Optional.of(SOURCE_DIFFERS);
            default -> Optional.of(NOT_TRANSLATABLE);
        };
    }

    /** Words of words of words are nobody's words. */
    private static boolean isRecord(Document source) {
        var about = source.about();
        return source instanceof Accepted
                && !about.isPage()
                && !(about.form() instanceof Translation);
    }
}
