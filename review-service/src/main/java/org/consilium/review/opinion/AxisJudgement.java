package org.consilium.review.opinion;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * How this opinion stands to the first one on one axis of the agreement taxonomy.
 *
 * @param significance and {@code cause} of a difference; null where there is none
 * @param explanation "why they differ", for the patient and the first team
 */
public record AxisJudgement(
        @NotNull Value value,
        Significance significance,
        Cause cause,
        @NotNull @Size(max = OpinionContent.LONG_TEXT) String explanation) {

    public enum Value {
        @JsonProperty("agree")
        AGREE,
        @JsonProperty("refined")
        REFINED,
        @JsonProperty("minor-difference")
        MINOR_DIFFERENCE,
        @JsonProperty("major-difference")
        MAJOR_DIFFERENCE,
        @JsonProperty("cannot-assess")
        CANNOT_ASSESS;

        boolean isChange() {
            return switch (this) {
                case REFINED, MINOR_DIFFERENCE, MAJOR_DIFFERENCE -> true;
                case AGREE, CANNOT_ASSESS -> false;
            };
        }
    }

    public enum Significance {
        @JsonProperty("none")
        NONE,
        @JsonProperty("minor")
        MINOR,
        @JsonProperty("moderate")
        MODERATE,
        @JsonProperty("major")
        MAJOR
    }

    public enum Cause {
        @JsonProperty("new-information")
        NEW_INFORMATION,
        @JsonProperty("re-read")
        RE_READ,
        @JsonProperty("guideline")
        GUIDELINE,
        @JsonProperty("experience")
        EXPERIENCE,
        @JsonProperty("values")
        VALUES,
        @JsonProperty("availability")
        AVAILABILITY,
        @JsonProperty("error-suspected")
        ERROR_SUSPECTED
    }
}
