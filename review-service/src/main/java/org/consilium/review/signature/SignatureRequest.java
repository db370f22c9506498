package org.consilium.review.signature;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.consilium.review.opinion.OpinionContent;

/**
 * What the reviewer puts under the opinion.
 *
 * @param attestation that they read the records, are independent, and that this is their opinion
 * @param licence by which they may practise where the patient is
 * @param writtenIn the language of the opinion's words to the patient, as a BCP 47 tag
 */
record SignatureRequest(
        @NotNull Boolean attestation,
        @NotNull @Valid Licence licence,
        @NotNull @Pattern(regexp = OpinionContent.LANGUAGE) String writtenIn) {

    record Licence(
            @NotNull @Pattern(regexp = "[A-Z]{2}") String country,
            @NotBlank @Size(max = 60) String number) {}
}
