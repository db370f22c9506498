package org.consilium.review.signature;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What the reviewer puts under the opinion.
 *
 * @param attestation that they read the records, are independent, and that this is their opinion
 * @param licence the number of the licence for the patient's country
 */
record SignatureRequest(@NotNull Boolean attestation, @NotBlank @Size(max = 60) String licence) {}
