package org.consilium.review.cases;

import java.util.UUID;
import org.consilium.contracts.IntakeEvent.CaseSubmitted;
import org.consilium.contracts.IntakeEvent.CaseTriaged;

/**
 * What intake told of a case so far.
 *
 * @param submitted and {@code triaged} are null until they were heard
 */
public record CaseFacts(
        UUID caseId, CaseSubmitted submitted, CaseTriaged triaged, boolean ready, boolean ended) {

    /**
     * Whether anybody told of a first opinion; what was heard before that was asked counts as if
     * there were one.
     *
     * @param amongRecords whether one of the documents holds it
     */
    public boolean hasFirstOpinion(boolean amongRecords) {
        return amongRecords || !Boolean.FALSE.equals(submitted.firstOpinionTold());
    }

    /** Somebody of a first team spoke or was named, and triage found them in no directory. */
    public boolean lacksFirstTeam(boolean opinionAmongRecords) {
        boolean some =
                opinionAmongRecords
                        || Boolean.TRUE.equals(submitted.firstOpinionTold())
                        || Boolean.TRUE.equals(submitted.firstTeamTold());
        return some && triaged.firstTeamOrganisation() == null && !namesClinicians();
    }

    private boolean namesClinicians() {
        return triaged.firstTeamClinicians() != null && !triaged.firstTeamClinicians().isEmpty();
    }

    /** Everything that matching needs is known, whichever of it came last. */
    public boolean canBeMatched() {
        return ready && !ended && submitted != null && triaged != null;
    }
}
