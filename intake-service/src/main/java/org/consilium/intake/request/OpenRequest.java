package org.consilium.intake.request;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.consilium.contracts.Relation;
import org.consilium.intake.cases.Case;

/**
 * Opens a case.
 *
 * @param screening that came to {@code proceed} within the last day
 * @param relation how the caller stands to the patient
 */
record OpenRequest(
        @NotBlank @Size(max = 60) String programme,
        @NotBlank @Size(max = 60) String service,
        @NotNull UUID screening,
        @NotNull Relation relation,
        @NotBlank @Size(max = 20) String language,
        @NotNull @Valid PatientEntry patient) {

    /** {@code person}: the patient's own account, if they have one. */
    record PatientEntry(
            UUID person,
            @NotBlank @Size(max = 100) String givenName,
            @NotBlank @Size(max = 100) String familyName,
            @Min(1900) @Max(2100) int birthYear,
            @NotNull @Pattern(regexp = "[A-Z]{2}") String country,
            @NotBlank @Size(max = 100) String city,
            @NotNull @Pattern(regexp = "[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")
                    String language) {

        Case.Patient withAccount(UUID account) {
            return new Case.Patient(
                    account, givenName, familyName, birthYear, country, city, language);
        }
    }
}
