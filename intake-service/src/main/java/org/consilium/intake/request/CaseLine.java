package org.consilium.intake.request;

import java.time.Instant;
import java.util.UUID;
import org.consilium.intake.cases.Case;
import org.consilium.intake.cases.Turn;

/**
 * A case in a list: nothing of what somebody wrote, not even a name.
 *
 * @param leftAlone nobody of the patient's side is on it any more
 */
record CaseLine(
        UUID caseId,
        String reference,
        String state,
        String turn,
        boolean shortOfTime,
        boolean leftAlone,
        String programme,
        String service,
        String language,
        Instant openedAt) {

    static CaseLine of(Case seen) {
        return new CaseLine(
                seen.id(),
                seen.reference(),
                seen.state().code(),
                Turn.of(seen).code(),
                seen.isShortOfTime(),
                seen.isLeftAlone(),
                seen.programme().id(),
                seen.service(),
                seen.language(),
                seen.openedAt());
    }
}
