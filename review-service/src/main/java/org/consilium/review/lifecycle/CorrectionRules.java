package org.consilium.review.lifecycle;

import static org.consilium.review.lifecycle.Decision.moved;
import static org.consilium.review.lifecycle.Decision.refused;
import static org.consilium.review.lifecycle.Refusal.NOT_ALLOWED_IN_THIS_STATE;
import static org.consilium.review.lifecycle.Refusal.NOT_YOUR_OWN_REVIEW;

import java.util.UUID;
import org.consilium.contracts.ReviewEvent.AssignmentConfirmed;
import org.consilium.contracts.ReviewEvent.AssignmentQuestioned;
import org.consilium.review.lifecycle.Review.Searching;
import org.consilium.review.lifecycle.Review.Withdrawn;
import org.consilium.review.lifecycle.Review.Writing;
import org.consilium.review.lifecycle.Review.Written;
import org.consilium.review.lifecycle.ReviewCommand.ConfirmAssignment;
import org.consilium.review.lifecycle.ReviewCommand.QuestionAssignment;

/**
 * The lifecycle's rules when triage is set right and somebody has accepted in the same moment. The
 * review goes on meanwhile; what was written is not lost to a spelling that was mended.
 */
final class CorrectionRules {

    private CorrectionRules() {}

    static Decision question(Review review, QuestionAssignment c) {
        return switch (review) {
            case Writing writing -> questioned(writing, writing.reviewer(), c);
            case Written written -> questioned(written, written.reviewer(), c);
            case Searching _, Withdrawn _ -> refused(NOT_ALLOWED_IN_THIS_STATE);
        };
    }

    private static Decision questioned(Review review, UUID reviewer, QuestionAssignment c) {
        return moved(review, new AssignmentQuestioned(review.caseId(), reviewer, c.rules()));
    }

    static Decision confirm(Review review, ConfirmAssignment c) {
        return switch (review) {
            case Writing writing -> confirmed(writing, writing.reviewer(), c);
            case Written written -> confirmed(written, written.reviewer(), c);
            case Searching _, Withdrawn _ -> refused(NOT_ALLOWED_IN_THIS_STATE);
        };
    }

    private static Decision confirmed(Review review, UUID reviewer, ConfirmAssignment c) {
        return reviewer.equals(c.clinicalLead())
                ? refused(NOT_YOUR_OWN_REVIEW)
                : moved(
                        review,
                        new AssignmentConfirmed(review.caseId(), reviewer, c.clinicalLead()));
    }
}
