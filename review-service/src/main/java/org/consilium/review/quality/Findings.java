package org.consilium.review.quality;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Why an opinion goes back to its author. */
record Findings(
        @NotNull UUID opinionId, @NotEmpty @Size(max = 50) List<@NotNull @Valid Finding> findings) {

    /** {@code code} is the check that does not hold; the words are for the author alone. */
    record Finding(
            @NotNull
                    @Pattern(
                            regexp =
                                    "answers-every-question|plain-language|no-guarantee|citations-hold|other")
                    String code,
            @NotBlank @Size(max = 5000) String text) {}

    Set<String> codes() {
        return findings.stream().map(Finding::code).collect(Collectors.toUnmodifiableSet());
    }
}
