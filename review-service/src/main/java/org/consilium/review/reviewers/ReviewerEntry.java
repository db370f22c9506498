package org.consilium.review.reviewers;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.consilium.review.matching.Candidate;

/**
 * What a clinical lead vouches for about a reviewer.
 *
 * @param specialties SNOMED CT practice codes
 * @param languages BCP 47
 * @param healthSystems countries, ISO 3166-1, whose health system the reviewer knows from inside
 * @param capacity how many reviews may be open at once
 * @param qualityReviewer may check what others wrote before it is released
 */
public record ReviewerEntry(
        @NotBlank @Size(max = 200) String displayName,
        @NotNull @Size(max = 20) List<@NotBlank @Size(max = 200) String> degrees,
        @NotNull @Size(max = 20) List<@NotBlank @Size(max = 200) String> fellowships,
        @NotNull @Size(max = 500) String currentPractice,
        @NotEmpty @Size(max = 20) Set<@NotNull @Pattern(regexp = "[0-9]{6,18}") String> specialties,
        @NotEmpty @Size(max = 20)
                Set<
                                @NotNull
                                @Pattern(
                                        regexp =
                                                "[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")
                                String>
                        languages,
        @NotNull @Size(max = 30) Set<@NotNull @Pattern(regexp = COUNTRY) String> healthSystems,
        @NotNull @Size(max = 30) List<@NotNull @Valid Licence> licences,
        UUID organisation,
        @Min(0) @Max(1000) int capacity,
        @NotNull Status status,
        boolean qualityReviewer) {

    static final String COUNTRY = "[A-Z]{2}";

    /** Only who is active is asked. */
    public enum Status {
        ACTIVE,
        PAUSED
    }

    /** Leave to practise, until and including a day. */
    public record Licence(
            @NotNull @Pattern(regexp = COUNTRY) String country,
            @NotBlank @Size(max = 60) String number,
            @NotNull LocalDate validUntil) {

        Candidate.Licence seenByMatching() {
            return new Candidate.Licence(country, number, validUntil);
        }
    }
}
