package org.consilium.review.lifecycle;

import static org.consilium.review.lifecycle.Decision.moved;
import static org.consilium.review.lifecycle.Decision.refused;
import static org.consilium.review.lifecycle.Refusal.NOT_ALLOWED_IN_THIS_STATE;
import static org.consilium.review.lifecycle.Refusal.NOT_FOR_YOURSELF;
import static org.consilium.review.lifecycle.Refusal.NO_SUCH_OVERRIDE_WAITING;
import static org.consilium.review.lifecycle.Refusal.OVERRIDE_WAITS;
import static org.consilium.review.lifecycle.Refusal.SECOND_PAIR_OF_EYES;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.consilium.contracts.ReviewEvent.AssignmentOverridden;
import org.consilium.contracts.ReviewEvent.AssignmentOverrideDeclined;
import org.consilium.contracts.ReviewEvent.AssignmentOverrideProposed;
import org.consilium.contracts.ReviewEvent.ReviewOffered;
import org.consilium.review.lifecycle.Review.AwaitingAssignment;
import org.consilium.review.lifecycle.Review.Offer;
import org.consilium.review.lifecycle.Review.Offered;
import org.consilium.review.lifecycle.Review.Proposal;
import org.consilium.review.lifecycle.Review.Withdrawn;
import org.consilium.review.lifecycle.Review.Writing;
import org.consilium.review.lifecycle.Review.Written;
import org.consilium.review.lifecycle.ReviewCommand.AgreeToOverride;
import org.consilium.review.lifecycle.ReviewCommand.DeclineOverride;
import org.consilium.review.lifecycle.ReviewCommand.ProposeOverride;

/**
 * The lifecycle's rules of asking somebody whom matching excludes: while nobody else is asked, one
 * proposal at a time, and once two clinical leads want it, of whom neither is the one who is asked.
 */
final class OverrideRules {

    private OverrideRules() {}

    static Decision propose(Review review, ProposeOverride c) {
        return switch (review) {
            case AwaitingAssignment waiting when waiting.proposed() != null ->
                    refused(OVERRIDE_WAITS);
            case AwaitingAssignment waiting -> proposed(waiting, c.proposal());
            case Offered _, Writing _, Written _, Withdrawn _ -> refused(NOT_ALLOWED_IN_THIS_STATE);
        };
    }

    private static Decision proposed(AwaitingAssignment waiting, Proposal proposal) {
        return proposal.reviewer().equals(proposal.proposedBy())
                ? refused(NOT_FOR_YOURSELF)
                : moved(
                        waiting.with(proposal),
                        new AssignmentOverrideProposed(
                                waiting.caseId(),
                                proposal.overrideId(),
                                proposal.reviewer(),
                                proposal.proposedBy(),
                                proposal.rules()));
    }

    static Decision agree(Review review, AgreeToOverride c) {
        return decideOn(review, c.overrideId(), waiting -> agreed(waiting, waiting.proposed(), c));
    }

    private static Decision agreed(
            AwaitingAssignment waiting, Proposal proposal, AgreeToOverride c) {
        if (c.clinicalLead().equals(proposal.proposedBy())) {
            return refused(SECOND_PAIR_OF_EYES);
        }
        if (c.clinicalLead().equals(proposal.reviewer())) {
            return refused(NOT_FOR_YOURSELF);
        }
        var id = waiting.caseId();
        var reviewer = proposal.reviewer();
        var offer = new Offer(c.offerId(), reviewer, c.expiresAt());
        return moved(
                new Offered(id, waiting.asked(), List.of(offer)),
                new ReviewOffered(id, c.offerId(), reviewer, c.expiresAt()),
                new AssignmentOverridden(
                        id,
                        proposal.overrideId(),
                        c.offerId(),
                        reviewer,
                        proposal.proposedBy(),
                        c.clinicalLead(),
                        proposal.rules()));
    }

    static Decision decline(Review review, DeclineOverride c) {
        return decideOn(
                review,
                c.overrideId(),
                waiting ->
                        moved(
                                AwaitingAssignment.of(waiting.caseId(), waiting.asked()),
                                new AssignmentOverrideDeclined(
                                        waiting.caseId(),
                                        c.overrideId(),
                                        waiting.proposed().proposedBy(),
                                        c.clinicalLead())));
    }

    private static Decision decideOn(
            Review review, UUID overrideId, Function<AwaitingAssignment, Decision> decision) {
        return switch (review) {
            case AwaitingAssignment waiting when waits(overrideId, waiting.proposed()) ->
                    decision.apply(waiting);
            case AwaitingAssignment _ -> refused(NO_SUCH_OVERRIDE_WAITING);
            case Offered _, Writing _, Written _, Withdrawn _ -> refused(NOT_ALLOWED_IN_THIS_STATE);
        };
    }

    private static boolean waits(UUID overrideId, Proposal proposed) {
        return proposed != null && proposed.overrideId().equals(overrideId);
    }
}
