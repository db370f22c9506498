package org.consilium.review.reading;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** A reviewer's own reading, as it was written before the first opinion was seen. */
public record CommittedReading(UUID reviewer, Reading reading, Instant committedAt) {

    public enum Confidence {
        @JsonProperty("low")
        LOW,
        @JsonProperty("moderate")
        MODERATE,
        @JsonProperty("high")
        HIGH
    }

    /**
     * What was read.
     *
     * @param axes in the reviewer's words, by the codes of the case's form; may be left out. Of
     *     each that is here the opinion has to say what became of it
     */
    public record Reading(
            @NotBlank @Size(max = 20_000) String diagnosis,
            @NotBlank @Size(max = 20_000) String plan,
            @NotNull Confidence confidence,
            @Size(max = 20) Map<@Size(max = 60) String, @Size(max = 20_000) String> axes) {

        public Reading {
            axes = axes == null ? Map.of() : axes;
        }

        /** What it says of one axis of the form; null where it says nothing. */
        public String of(String axis) {
            return axes.getOrDefault(
                    axis,
                    switch (axis) {
                        case "diagnosis" -> diagnosis;
                        case "treatment-plan" -> plan;
                        default -> null;
                    });
        }
    }
}
