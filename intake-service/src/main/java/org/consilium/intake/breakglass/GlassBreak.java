package org.consilium.intake.breakglass;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.UUID;
import org.consilium.kit.words.Code;

/** One break of the glass: waiting for its review, or reviewed. */
sealed interface GlassBreak {

    About about();

    /**
     * What never changes.
     *
     * @param words why, in the words of whoever did it; they never leave this service
     * @param until when the right ends
     */
    record About(
            UUID breakId,
            UUID caseId,
            UUID person,
            Reason reason,
            String words,
            Instant brokenAt,
            Instant until,
            Instant reviewDue) {}

    record ToReview(About about) implements GlassBreak {}

    record Reviewed(About about, Review review) implements GlassBreak {}

    /** What somebody else said of it. */
    record Review(UUID by, Instant at, Outcome outcome, String note) {}

    /** Why the glass is broken; the codes are published. */
    public enum Reason {
        DANGER_TO_LIFE,
        PATIENT_CANNOT_CONSENT,
        CONTINUITY_OF_CARE;

        @JsonValue
        public String code() {
            return Code.of(this);
        }
    }

    /** What the review comes to; the codes are published. */
    public enum Outcome {
        JUSTIFIED,
        NOT_JUSTIFIED;

        @JsonValue
        public String code() {
            return Code.of(this);
        }
    }
}
