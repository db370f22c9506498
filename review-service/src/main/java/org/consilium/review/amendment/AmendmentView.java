package org.consilium.review.amendment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.consilium.review.opinion.OpinionContent;

/**
 * A later version that was begun, as its author and clinical leads read it.
 *
 * @param text why, in words
 * @param outcome {@code released}, {@code let-be}, {@code case-closed} or {@code
 *     returned-after-close}; absent while it is under way, as {@code endedAt}
 * @param endedBy absent where the case has closed, too
 * @param left what there was of one that came to nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AmendmentView(
        int version,
        UUID reviewer,
        String reason,
        String text,
        Instant begunAt,
        String outcome,
        Instant endedAt,
        UUID endedBy,
        OpinionContent left) {

    static AmendmentView of(AmendmentRow row, OpinionContent left) {
        return new AmendmentView(
                row.version,
                row.reviewer,
                row.reason,
                row.text,
                row.begunAt,
                row.outcome,
                row.endedAt,
                row.endedBy,
                left);
    }
}
