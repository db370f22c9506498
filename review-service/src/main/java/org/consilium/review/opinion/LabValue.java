package org.consilium.review.opinion;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.consilium.kit.words.Code;

/**
 * One laboratory value and what the family should know of it. A draft may have gaps.
 *
 * @param name as the report calls it
 * @param loinc null where the report tells none
 * @param value as printed: a number, or a word such as {@code negative}
 * @param unit null where there is none
 * @param range of reference as the laboratory prints it, such as {@code 13.0-17.0} or {@code < 5}
 * @param flag how the value stands to that range
 * @param meaning in plain language
 * @param askAbout what to ask one's own doctor; may be empty where there is no concern
 */
public record LabValue(
        @NotNull @Size(max = 200) String name,
        @Pattern(regexp = "[0-9]{1,7}-[0-9]") String loinc,
        @NotNull @Size(max = 100) String value,
        @Size(max = 40) String unit,
        @NotNull @Size(max = 100) String range,
        Flag flag,
        @NotNull @Size(max = OpinionContent.LONG_TEXT) String meaning,
        Concern concern,
        @NotNull @Size(max = 1000) String askAbout) {

    /** As laboratories flag their results. */
    public enum Flag {
        NORMAL,
        LOW,
        HIGH,
        ABNORMAL,
        CRITICAL_LOW,
        CRITICAL_HIGH;

        @JsonValue
        public String code() {
            return Code.of(this);
        }

        public boolean isCritical() {
            return this == CRITICAL_LOW || this == CRITICAL_HIGH;
        }
    }

    /** What it means for what one does: nothing, keep an eye on it, ask soon, do not wait. */
    public enum Concern {
        NONE,
        WATCH,
        ASK_SOON,
        URGENT;

        @JsonValue
        public String code() {
            return Code.of(this);
        }
    }
}
