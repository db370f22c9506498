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
        int openOffers,
        Declared declared) {

    /** Leave to practise in a country, ISO 3166-1, until and including a day. */
    public record Licence(String country, String number, LocalDate validUntil) {

        public boolean holdsFor(String jurisdiction, LocalDate day) {
            return isFor(jurisdiction) && !validUntil.isBefore(day);
        }

        public boolean isFor(String jurisdiction) {
            return country.equals(jurisdiction);
        }
    }

    /**
     * What the reviewer says themselves.
     *
     * @param ties organisations and clinicians of the directory; of which kind a tie is matters to
     *     nobody here
     */
    public record Declared(List<Absence> absences, Set<UUID> ties) {

        public static Declared nothing() {
            return new Declared(List.of(), Set.of());
        }
    }

    /** Away from the first day to the last, both included. */
    public record Absence(LocalDate from, LocalDate until) {

        boolean overlaps(LocalDate first, LocalDate last) {
            return !from.isAfter(last) && !until.isBefore(first);
        }
    }

    boolean isLicensedFor(String jurisdiction, LocalDate day) {
        return licences.stream().anyMatch(licence -> licence.holdsFor(jurisdiction, day));
    }

    boolean isAwayBetween(LocalDate first, LocalDate last) {
        return declared.absences().stream().anyMatch(absence -> absence.overlaps(first, last));
    }
}
