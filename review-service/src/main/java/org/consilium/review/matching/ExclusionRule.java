package org.consilium.review.matching;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.consilium.kit.words.Code;

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
            return !candidate.isLicensedFor(needed.jurisdiction(), at.due());
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
            return worksWhereTheFirstTeamWorks(candidate, needed);
        }
    },
    INDEPENDENCE_CLINICIAN {
        @Override
        boolean excludes(Candidate candidate, Requirements needed, Snapshot at) {
            return isOfTheFirstTeam(candidate, needed);
        }
    },
    INDEPENDENCE_DECLARED {
        @Override
        boolean excludes(Candidate candidate, Requirements needed, Snapshot at) {
            return isTiedToTheFirstTeam(candidate, needed);
        }
    },
    PARTICIPANT {
        @Override
        boolean excludes(Candidate candidate, Requirements needed, Snapshot at) {
            return needed.participants().contains(candidate.person());
        }
    },
    ABSENT {
        @Override
        boolean excludes(Candidate candidate, Requirements needed, Snapshot at) {
            return candidate.isAwayBetween(at.day(), at.due());
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

    abstract boolean excludes(Candidate candidate, Requirements needed, Snapshot at);

    public String id() {
        return Code.of(this);
    }

    /** Whether two clinical leads may ask somebody all the same: never who is not independent. */
    public boolean mayBeOverridden() {
        return switch (this) {
            case SPECIALTY, LANGUAGE, ABSENT, CAPACITY, ALREADY_ASKED -> true;
            case INACTIVE,
                    LICENCE,
                    INDEPENDENCE_ORGANISATION,
                    INDEPENDENCE_CLINICIAN,
                    INDEPENDENCE_DECLARED,
                    PARTICIPANT ->
                    false;
        };
    }

    public static Set<ExclusionRule> of(Candidate candidate, Snapshot at) {
        return Arrays.stream(values())
                .filter(rule -> rule.excludes(candidate, at.needed(), at))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ExclusionRule.class)));
    }

    /** Whether triage decides it; a place, an absence or an earlier answer it does not touch. */
    boolean isOfTriage() {
        return switch (this) {
            case SPECIALTY,
                    LICENCE,
                    LANGUAGE,
                    INDEPENDENCE_ORGANISATION,
                    INDEPENDENCE_CLINICIAN,
                    INDEPENDENCE_DECLARED ->
                    true;
            case INACTIVE, PARTICIPANT, ABSENT, CAPACITY, ALREADY_ASKED -> false;
        };
    }

    /** Whether the reviewer is not independent, by what is known now: a signature asks it again. */
    public static boolean isConflicted(Candidate candidate, Requirements needed) {
        return worksWhereTheFirstTeamWorks(candidate, needed)
                || isOfTheFirstTeam(candidate, needed)
                || isTiedToTheFirstTeam(candidate, needed)
                || needed.participants().contains(candidate.person());
    }

    private static boolean worksWhereTheFirstTeamWorks(Candidate candidate, Requirements needed) {
        return candidate.organisation() != null
                && needed.firstTeamOrganisations().contains(candidate.organisation());
    }

    private static boolean isOfTheFirstTeam(Candidate candidate, Requirements needed) {
        return !Collections.disjoint(candidate.clinicianEntries(), needed.firstTeamClinicians());
    }

    private static boolean isTiedToTheFirstTeam(Candidate candidate, Requirements needed) {
        var ties = candidate.declared().ties();
        return !Collections.disjoint(ties, needed.firstTeamOrganisations())
                || !Collections.disjoint(ties, needed.firstTeamClinicians());
    }
}
