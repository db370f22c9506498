package org.consilium.documents.translations;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody was asked to translate one document.
 *
 * @param from BCP 47
 * @param to BCP 47
 * @param until from then on the translator sees nothing of the case
 * @param endedAt before that, by a coordinator, with its source or with its case; null for none
 */
record Engagement(
        UUID id,
        UUID caseId,
        UUID documentId,
        UUID translator,
        String from,
        String to,
        Instant until,
        UUID engagedBy,
        Instant engagedAt,
        Instant endedAt) {

    /** What it is now; the names are stable. */
    enum State {
        ENGAGED,
        OVER,
        ENDED
    }

    State state(Instant now) {
        if (endedAt != null) {
            return State.ENDED;
        }
        return until.isAfter(now) ? State.ENGAGED : State.OVER;
    }
}
