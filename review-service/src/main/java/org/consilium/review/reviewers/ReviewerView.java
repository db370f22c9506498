package org.consilium.review.reviewers;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A reviewer as the clinical lead keeps them. */
record ReviewerView(UUID person, int openReviews, ReviewerEntry entry) {

    /** What a family may know of whoever reviews their case. */
    record Profile(
            UUID person,
            String displayName,
            List<String> degrees,
            List<String> fellowships,
            Set<String> specialties,
            Set<String> languages,
            String currentPractice,
            Set<String> healthSystems) {

        static Profile of(UUID person, ReviewerEntry entry) {
            return new Profile(
                    person,
                    entry.displayName(),
                    entry.degrees(),
                    entry.fellowships(),
                    entry.specialties(),
                    entry.languages(),
                    entry.currentPractice(),
                    entry.healthSystems());
        }
    }
}
