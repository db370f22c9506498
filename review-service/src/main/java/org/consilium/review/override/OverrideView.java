package org.consilium.review.override;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.consilium.review.lifecycle.Review;
import org.consilium.review.lifecycle.Review.AwaitingAssignment;

/**
 * A proposal as clinical leads read it.
 *
 * @param rules that exclude the reviewer, by their ids
 * @param stand {@code waiting}, {@code agreed}, {@code declined}, or {@code lapsed}: somebody was
 *     asked meanwhile, triage was set right, or the review ended
 * @param decidedBy absent while it waits and when it has lapsed, as {@code decidedAt}
 * @param decision why it was declined
 * @param offerId of what was agreed on, as {@code matching}: the run in which its second reader saw
 *     who is excluded why
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OverrideView(
        UUID overrideId,
        UUID reviewer,
        Set<String> rules,
        UUID proposedBy,
        String reason,
        String text,
        Instant proposedAt,
        String stand,
        UUID decidedBy,
        String decision,
        Instant decidedAt,
        UUID offerId,
        UUID matching) {

    static OverrideView of(OverrideRow row, Set<String> rules, Review review) {
        return new OverrideView(
                row.id,
                row.reviewer,
                rules,
                row.proposedBy,
                row.reason,
                row.text,
                row.proposedAt,
                standOf(row, review),
                row.decidedBy,
                row.decision,
                row.decidedAt,
                row.offer,
                row.matching);
    }

    private static String standOf(OverrideRow row, Review review) {
        if (row.outcome != null) {
            return row.outcome;
        }
        return waits(row, review) ? "waiting" : "lapsed";
    }

    private static boolean waits(OverrideRow row, Review review) {
        return review instanceof AwaitingAssignment(_, _, var proposed)
                && proposed != null
                && proposed.overrideId().equals(row.id);
    }
}
