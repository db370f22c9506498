package org.consilium.review.lifecycle;

import static org.consilium.contracts.ReviewEvent.AmendmentEnd.CASE_CLOSED;
import static org.consilium.contracts.ReviewEvent.AmendmentEnd.LET_BE;
import static org.consilium.contracts.ReviewEvent.AmendmentEnd.RETURNED_AFTER_CLOSE;
import static org.consilium.review.lifecycle.Decision.moved;
import static org.consilium.review.lifecycle.Decision.refused;
import static org.consilium.review.lifecycle.Refusal.AMENDMENT_UNDER_WAY;
import static org.consilium.review.lifecycle.Refusal.AUTHOR_CANNOT_CHECK;
import static org.consilium.review.lifecycle.Refusal.AUTHOR_CANNOT_RELEASE;
import static org.consilium.review.lifecycle.Refusal.NOT_ALLOWED_IN_THIS_STATE;
import static org.consilium.review.lifecycle.Refusal.NOT_THE_ASSIGNED_REVIEWER;
import static org.consilium.review.lifecycle.Refusal.NOT_THE_OPINION_IN_REVIEW;
import static org.consilium.review.lifecycle.Refusal.NO_AMENDMENT_BEING_WRITTEN;

import java.util.UUID;
import java.util.function.Supplier;
import org.consilium.contracts.ReviewEvent.AmendmentBegun;
import org.consilium.contracts.ReviewEvent.AmendmentEnd;
import org.consilium.contracts.ReviewEvent.AmendmentEnded;
import org.consilium.contracts.ReviewEvent.OpinionAmended;
import org.consilium.contracts.ReviewEvent.OpinionReturned;
import org.consilium.contracts.ReviewEvent.OpinionSigned;
import org.consilium.contracts.ReviewEvent.QualityReviewRequested;
import org.consilium.review.lifecycle.Review.Amendment;
import org.consilium.review.lifecycle.Review.Amendment.Step;
import org.consilium.review.lifecycle.Review.InQualityReview;
import org.consilium.review.lifecycle.Review.Released;
import org.consilium.review.lifecycle.Review.Searching;
import org.consilium.review.lifecycle.Review.Signed;
import org.consilium.review.lifecycle.Review.Withdrawn;
import org.consilium.review.lifecycle.Review.Writing;
import org.consilium.review.lifecycle.ReviewCommand.BeginAmendment;
import org.consilium.review.lifecycle.ReviewCommand.CloseReview;
import org.consilium.review.lifecycle.ReviewCommand.GiveUpAmendment;
import org.consilium.review.lifecycle.ReviewCommand.PassOpinion;
import org.consilium.review.lifecycle.ReviewCommand.ReleaseOpinion;
import org.consilium.review.lifecycle.ReviewCommand.ReturnOpinion;
import org.consilium.review.lifecycle.ReviewCommand.SignOpinion;

/**
 * The lifecycle's rules of the next version of a released opinion. It is signed, checked and
 * released as the first was; until the end the patient reads the one before and hears of nothing.
 */
final class AmendmentRules {

    private AmendmentRules() {}

    /** Once the case is closed its author reads the records no more, and so amends nothing. */
    static Decision begin(Review review, BeginAmendment c) {
        return switch (review) {
            case Released released when !released.reviewer().equals(c.reviewer()) ->
                    refused(NOT_THE_ASSIGNED_REVIEWER);
            case Released released when released.closed() -> refused(NOT_ALLOWED_IN_THIS_STATE);
            case Released released when released.amendment() != null ->
                    refused(AMENDMENT_UNDER_WAY);
            case Released released ->
                    moved(
                            released.with(Amendment.begun()),
                            new AmendmentBegun(
                                    released.caseId(), released.nextVersion(), c.reviewer()));
            case Searching _, Writing _, InQualityReview _, Signed _, Withdrawn _ ->
                    refused(NOT_ALLOWED_IN_THIS_STATE);
        };
    }

    /** By a clinical lead, too: its author may be out of reach, and the case waits for it. */
    static Decision giveUp(Review review, GiveUpAmendment c) {
        return switch (review) {
            case Released released -> letBe(released, c);
            case Searching _, Writing _, InQualityReview _, Signed _, Withdrawn _ ->
                    refused(NOT_ALLOWED_IN_THIS_STATE);
        };
    }

    private static Decision letBe(Released released, GiveUpAmendment c) {
        var author = c.asClinicalLead() ? released.reviewer() : c.person();
        var refusal = refusalOfWriting(released, author);
        return refusal == null
                ? moved(released.with(null), ended(released, c.person(), LET_BE))
                : refused(refusal);
    }

    /** Nothing is asked from then on, and what its author has not signed is not amended. */
    static Decision close(Released released, CloseReview c) {
        var closed = released.closedAt(c.at());
        return released.beingAmended()
                ? moved(closed.with(null), ended(released, null, CASE_CLOSED))
                : moved(closed);
    }

    private static AmendmentEnded ended(Released released, UUID by, AmendmentEnd why) {
        return new AmendmentEnded(
                released.caseId(), released.nextVersion(), released.reviewer(), by, why);
    }

    static Decision draft(Released released, UUID reviewer) {
        var refusal = refusalOfWriting(released, reviewer);
        return refusal == null ? moved(released) : refused(refusal);
    }

    static Decision sign(Released released, SignOpinion c) {
        var refusal = refusalOfWriting(released, c.reviewer());
        return refusal == null
                ? moved(
                        released.with(new Amendment(Step.IN_QUALITY_REVIEW, c.opinionId())),
                        new QualityReviewRequested(
                                released.caseId(),
                                c.opinionId(),
                                released.nextVersion(),
                                c.reviewer()))
                : refused(refusal);
    }

    /** Null when there is none. */
    private static Refusal refusalOfWriting(Released released, UUID reviewer) {
        if (!released.reviewer().equals(reviewer)) {
            return NOT_THE_ASSIGNED_REVIEWER;
        }
        return released.beingAmended() ? null : NO_AMENDMENT_BEING_WRITTEN;
    }

    static Decision pass(Released released, PassOpinion c) {
        return checked(
                released,
                c.checker(),
                c.opinionId(),
                () ->
                        moved(
                                released.with(new Amendment(Step.SIGNED, c.opinionId())),
                                new OpinionSigned(
                                        released.caseId(),
                                        c.opinionId(),
                                        released.nextVersion(),
                                        released.reviewer(),
                                        c.letterSha256())));
    }

    static Decision giveBack(Released released, ReturnOpinion c) {
        return checked(released, c.checker(), c.opinionId(), () -> returned(released, c));
    }

    /** Of a closed case it ends with that: nobody writes on. */
    private static Decision returned(Released released, ReturnOpinion c) {
        var told =
                new OpinionReturned(
                        released.caseId(),
                        c.opinionId(),
                        released.nextVersion(),
                        c.checker(),
                        c.findings());
        return released.closed()
                ? moved(
                        released.with(null),
                        told,
                        ended(released, c.checker(), RETURNED_AFTER_CLOSE))
                : moved(released.with(Amendment.begun()), told);
    }

    private static Decision checked(
            Released released, UUID checker, UUID opinionId, Supplier<Decision> outcome) {
        if (!stands(released, Step.IN_QUALITY_REVIEW)) {
            return refused(NOT_ALLOWED_IN_THIS_STATE);
        }
        if (released.reviewer().equals(checker)) {
            return refused(AUTHOR_CANNOT_CHECK);
        }
        return released.amendment().opinionId().equals(opinionId)
                ? outcome.get()
                : refused(NOT_THE_OPINION_IN_REVIEW);
    }

    static Decision release(Released released, ReleaseOpinion c) {
        if (!stands(released, Step.SIGNED)) {
            return refused(NOT_ALLOWED_IN_THIS_STATE);
        }
        if (released.reviewer().equals(c.clinicalLead())) {
            return refused(AUTHOR_CANNOT_RELEASE);
        }
        var amended =
                released.amended(released.closed() ? released.followUpUntil() : c.followUpUntil());
        return moved(
                amended,
                new OpinionAmended(
                        amended.caseId(),
                        amended.opinionId(),
                        amended.version(),
                        released.version(),
                        c.clinicalLead(),
                        amended.closed() ? null : amended.followUpUntil()));
    }

    private static boolean stands(Released released, Step step) {
        return released.amendment() != null && released.amendment().step() == step;
    }
}
