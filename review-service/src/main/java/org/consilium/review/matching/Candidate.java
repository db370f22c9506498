package org.consilium.review.matching;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A reviewer as matching saw them.
 *
 * @param clinicianEntries the directory's entries that are this person
 * @param healthSystems countries whose health system the reviewer knows from inside
 * @param openReviews accepted and not yet signed
 * @param openOffers not yet answered
 */
public record Candidate(
        UUID person,
        boolean active,
        Set<String> specialties,
        Set<String> languages,
        List<Licence> licences,
        UUID organisation,
        Set<UUID> clinicianEntries,
        Set<String> healthSystems,
        int capacity,
        int openReviews,
        int openOffers) {

    /** Leave to practise in a country, ISO 3166-1, until and including a day. */
    public record Licence(String country, String number, LocalDate validUntil) {

        public boolean holdsFor(String jurisdiction, LocalDate day) {
            return country.equals(jurisdiction) && !validUntil.isBefore(day);
        }
    }

    boolean isLicensedFor(String jurisdiction, LocalDate day) {
        return licences.stream().anyMatch(licence -> licence.holdsFor(jurisdiction, day));
    }
}
