package org.consilium.review.lifecycle;

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
            case Released released -> moved(released.with(Amendment.begun()));
            case Searching _, Writing _, InQualityReview _, Signed _, Withdrawn _ ->
                    refused(NOT_ALLOWED_IN_THIS_STATE);
        };
    }

    static Decision giveUp(Review review, GiveUpAmendment c) {
        return switch (review) {
            case Released released -> whileWritten(released, c.reviewer(), released.with(null));
            case Searching _, Writing _, InQualityReview _, Signed _, Withdrawn _ ->
                    refused(NOT_ALLOWED_IN_THIS_STATE);
        };
    }

    static Decision draft(Released released, UUID reviewer) {
        return whileWritten(released, reviewer, released);
    }

    private static Decision whileWritten(Released released, UUID reviewer, Released next) {
        var refusal = refusalOfWriting(released, reviewer);
        return refusal == null ? moved(next) : refused(refusal);
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

    /** Of a closed case it ends with that: nobody writes on. */
    static Decision giveBack(Released released, ReturnOpinion c) {
        return checked(
                released,
                c.checker(),
                c.opinionId(),
                () ->
                        moved(
                                released.with(released.closed() ? null : Amendment.begun()),
                                new OpinionReturned(
                                        released.caseId(),
                                        c.opinionId(),
                                        released.nextVersion(),
                                        c.checker(),
                                        c.findings())));
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
