package org.consilium.review.opinion;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.consilium.kit.words.Code;

/**
 * How this opinion stands to the first one on one axis of the agreement taxonomy.
 *
 * @param significance how much a difference matters, as the quality reviewer scored it: what its
 *     author writes here is replaced; null where there is none
 * @param cause of a difference; null where there is none
 * @param explanation "why they differ", for the patient and the first team
 * @param since what became of the author's own reading; null where it said nothing of this axis
 */
public record AxisJudgement(
        @NotNull Value value,
        Significance significance,
        Cause cause,
        @NotNull @Size(max = OpinionContent.LONG_TEXT) String explanation,
        SinceReading since) {

    /**
     * What became of the own reading once the first opinion had been seen.
     *
     * @param why may be left out where it was kept
     */
    public record SinceReading(How how, String why) {

        public SinceReading {
            why = why == null ? "" : why;
            if (how == null || why.length() > OpinionContent.LONG_TEXT) {
                throw new IllegalArgumentException("says not what became of it, or too much");
            }
        }

        public enum How {
            KEPT,
            REFINED,
            CHANGED;

            @JsonValue
            public String code() {
                return Code.of(this);
            }
        }
    }

    /** The same with how much it matters; nothing does where nothing differs. */
    AxisJudgement scored(Significance scored) {
        return new AxisJudgement(
                value, value.isChange() ? scored : null, cause, explanation, since);
    }

    public enum Value {
        AGREE,
        REFINED,
        MINOR_DIFFERENCE,
        MAJOR_DIFFERENCE,
        CANNOT_ASSESS;

        @JsonValue
        public String code() {
            return Code.of(this);
        }

        public boolean isChange() {
            return switch (this) {
                case REFINED, MINOR_DIFFERENCE, MAJOR_DIFFERENCE -> true;
                case AGREE, CANNOT_ASSESS -> false;
            };
        }
    }

    public enum Significance {
        NONE,
        MINOR,
        MODERATE,
        MAJOR;

        @JsonValue
        public String code() {
            return Code.of(this);
        }
    }

    public enum Cause {
        NEW_INFORMATION,
        RE_READ,
        GUIDELINE,
        EXPERIENCE,
        VALUES,
        AVAILABILITY,
        ERROR_SUSPECTED;

        @JsonValue
        public String code() {
            return Code.of(this);
        }
    }
}
