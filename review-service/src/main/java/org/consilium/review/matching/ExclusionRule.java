package org.consilium.review.matching;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Why somebody cannot be asked. The ids are published: a rule may be added, never renamed. */
public enum ExclusionRule {
    INACTIVE {
        @Override
        boolean excludes(Candidate candidate, Requirements needed, Snapshot at) {
            return !candidate.active();
        }
    },
    SPECIALTY {
        @Override
        boolean excludes(Candidate candidate, Requirements needed, Snapshot at) {
            return !candidate.specialties().contains(needed.specialty());
        }
    },
    LICENCE {
        @Override
        boolean excludes(Candidate candidate, Requirements needed, Snapshot at) {
            return !candidate.isLicensedFor(needed.jurisdiction(), at.day());
        }
    },
    LANGUAGE {
        @Override
        boolean excludes(Candidate candidate, Requirements needed, Snapshot at) {
            return Languages.shared(candidate.languages(), needed.languages()).isEmpty();
        }
    },
    INDEPENDENCE_ORGANISATION {
        @Override
        boolean excludes(Candidate candidate, Requirements needed, Snapshot at) {
            return candidate.organisation() != null
                    && needed.firstTeamOrganisations().contains(candidate.organisation());
        }
    },
    INDEPENDENCE_CLINICIAN {
        @Override
        boolean excludes(Candidate candidate, Requirements needed, Snapshot at) {
            return !Collections.disjoint(
                    candidate.clinicianEntries(), needed.firstTeamClinicians());
        }
    },
    CAPACITY {
        @Override
        boolean excludes(Candidate candidate, Requirements needed, Snapshot at) {
            return candidate.openReviews() >= candidate.capacity();
        }
    },
    ALREADY_ASKED {
        @Override
        boolean excludes(Candidate candidate, Requirements needed, Snapshot at) {
            return at.asked().contains(candidate.person());
        }
    };

    /** The rules of which one is enough to void a signature as well. */
    private static final Set<ExclusionRule> INDEPENDENCE =
            EnumSet.of(INDEPENDENCE_ORGANISATION, INDEPENDENCE_CLINICIAN);

    abstract boolean excludes(Candidate candidate, Requirements needed, Snapshot at);

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Set<ExclusionRule> of(Candidate candidate, Snapshot at) {
        return Arrays.stream(values())
                .filter(rule -> rule.excludes(candidate, at.needed(), at))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ExclusionRule.class)));
    }

    /** Whether the reviewer is of the first team, by what is known now. */
    public static boolean isConflicted(
            Candidate candidate, Requirements needed, LocalDate day, UUID caseId) {
        var at = new Snapshot(caseId, day, needed, Set.of(), java.util.List.of(candidate));
        return INDEPENDENCE.stream().anyMatch(rule -> rule.excludes(candidate, needed, at));
    }
}
