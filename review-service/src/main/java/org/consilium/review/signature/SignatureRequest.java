package org.consilium.review.signature;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What the reviewer puts under the opinion.
 *
 * @param attestation that they read the records, are independent, and that this is their opinion
 * @param licence by which they may practise where the patient is
 */
record SignatureRequest(@NotNull Boolean attestation, @NotNull @Valid Licence licence) {

    record Licence(
            @NotNull @Pattern(regexp = "[A-Z]{2}") String country,
            @NotBlank @Size(max = 60) String number) {}
}
