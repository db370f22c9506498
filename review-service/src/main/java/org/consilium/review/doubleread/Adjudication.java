package org.consilium.review.doubleread;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.UUID;
import org.consilium.review.lifecycle.SecondReadingCommand.Verdict;

/**
 * What a clinical lead decides where two readings differ in a major way.
 *
 * @param text why, for the author and for clinical leads
 */
record Adjudication(
        @NotNull UUID opinionId,
        @NotNull @Pattern(regexp = "first-stands|second-stands|discuss") String verdict,
        @NotBlank @Size(max = 5000) String text) {

    Verdict asVerdict() {
        return Verdict.valueOf(verdict.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
