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

    /** Everything that matching needs is known, whichever of it came last. */
    public boolean canBeMatched() {
        return ready && !ended && submitted != null && triaged != null;
    }
}
