package org.consilium.review.lifecycle;

import static org.consilium.review.lifecycle.Decision.moved;
import static org.consilium.review.lifecycle.Decision.refused;
import static org.consilium.review.lifecycle.Refusal.NOT_ALLOWED_IN_THIS_STATE;
import static org.consilium.review.lifecycle.Refusal.NOT_THE_ASSIGNED_REVIEWER;
import static org.consilium.review.lifecycle.Refusal.OWN_READING_NOT_COMMITTED;

import java.util.UUID;
import org.consilium.contracts.ReviewEvent.CriticalFindingAcknowledged;
import org.consilium.contracts.ReviewEvent.CriticalFindingFlagged;
import org.consilium.contracts.ReviewEvent.CriticalFindingOverdue;
import org.consilium.contracts.ReviewEvent.ReadingCommitted;
import org.consilium.contracts.ReviewEvent.ReviewWithdrawn;
import org.consilium.review.lifecycle.Review.AwaitingAnswer;
import org.consilium.review.lifecycle.Review.InQualityReview;
import org.consilium.review.lifecycle.Review.IndependentReading;
import org.consilium.review.lifecycle.Review.Released;
import org.consilium.review.lifecycle.Review.Searching;
import org.consilium.review.lifecycle.Review.Signed;
import org.consilium.review.lifecycle.Review.UnderReview;
import org.consilium.review.lifecycle.Review.Withdrawn;
import org.consilium.review.lifecycle.Review.Writing;
import org.consilium.review.lifecycle.Review.Written;
import org.consilium.review.lifecycle.ReviewCommand.AcceptOffer;
import org.consilium.review.lifecycle.ReviewCommand.AcknowledgeCriticalFinding;
import org.consilium.review.lifecycle.ReviewCommand.AgreeToOverride;
import org.consilium.review.lifecycle.ReviewCommand.AnswerFollowUp;
import org.consilium.review.lifecycle.ReviewCommand.AnswerQuestion;
import org.consilium.review.lifecycle.ReviewCommand.AskFollowUp;
import org.consilium.review.lifecycle.ReviewCommand.AskQuestion;
import org.consilium.review.lifecycle.ReviewCommand.AssignAnew;
import org.consilium.review.lifecycle.ReviewCommand.BeginAmendment;
import org.consilium.review.lifecycle.ReviewCommand.CloseReview;
import org.consilium.review.lifecycle.ReviewCommand.CommitReading;
import org.consilium.review.lifecycle.ReviewCommand.ConfirmAssignment;
import org.consilium.review.lifecycle.ReviewCommand.DeclineOffer;
import org.consilium.review.lifecycle.ReviewCommand.DeclineOverride;
import org.consilium.review.lifecycle.ReviewCommand.DraftOpinion;
import org.consilium.review.lifecycle.ReviewCommand.ExpireOffer;
import org.consilium.review.lifecycle.ReviewCommand.FlagCriticalFinding;
import org.consilium.review.lifecycle.ReviewCommand.GiveCaseBack;
import org.consilium.review.lifecycle.ReviewCommand.GiveUpAmendment;
import org.consilium.review.lifecycle.ReviewCommand.GiveUpQuestion;
import org.consilium.review.lifecycle.ReviewCommand.KeepOffersOf;
import org.consilium.review.lifecycle.ReviewCommand.OfferReview;
import org.consilium.review.lifecycle.ReviewCommand.PassOpinion;
import org.consilium.review.lifecycle.ReviewCommand.ProposeOverride;
import org.consilium.review.lifecycle.ReviewCommand.QuestionAssignment;
import org.consilium.review.lifecycle.ReviewCommand.ReleaseOpinion;
import org.consilium.review.lifecycle.ReviewCommand.ReportCriticalFindingOverdue;
import org.consilium.review.lifecycle.ReviewCommand.ReportFirstTeamUnknown;
import org.consilium.review.lifecycle.ReviewCommand.ReportNobodyFound;
import org.consilium.review.lifecycle.ReviewCommand.ReturnOpinion;
import org.consilium.review.lifecycle.ReviewCommand.SignOpinion;
import org.consilium.review.lifecycle.ReviewCommand.WithdrawQuestion;
import org.consilium.review.lifecycle.ReviewCommand.WithdrawReview;

/** Every rule of how a review moves. */
public final class ReviewLifecycle {

    private ReviewLifecycle() {}

    public static Decision decide(Review review, ReviewCommand command) {
        return switch (command) {
            case OfferReview c -> OfferRules.offer(review, c);
            case ReportNobodyFound c -> OfferRules.reportNobody(review, c);
            case ReportFirstTeamUnknown _ -> OfferRules.reportFirstTeamUnknown(review);
            case KeepOffersOf c -> OfferRules.keepOffersOf(review, c);
            case QuestionAssignment c -> CorrectionRules.question(review, c);
            case ConfirmAssignment c -> CorrectionRules.confirm(review, c);
            case ProposeOverride c -> OverrideRules.propose(review, c);
            case AgreeToOverride c -> OverrideRules.agree(review, c);
            case DeclineOverride c -> OverrideRules.decline(review, c);
            case AcceptOffer c -> OfferRules.accept(review, c);
            case DeclineOffer c -> OfferRules.decline(review, c);
            case ExpireOffer c -> OfferRules.expire(review, c);
            case CommitReading c -> commitReading(review, c);
            case AskQuestion c -> ConversationRules.ask(review, c);
            case AnswerQuestion c -> ConversationRules.answer(review, c);
            case GiveUpQuestion c -> ConversationRules.giveUp(review, c);
            case WithdrawQuestion c -> ConversationRules.withdraw(review, c);
            case DraftOpinion c -> draft(review, c);
            case FlagCriticalFinding c -> flag(review, c);
            case AcknowledgeCriticalFinding c -> acknowledge(review, c);
            case ReportCriticalFindingOverdue c ->
                    moved(review, new CriticalFindingOverdue(review.caseId(), c.findingId()));
            case SignOpinion c -> SignatureRules.sign(review, c);
            case PassOpinion c -> SignatureRules.pass(review, c);
            case ReturnOpinion c -> SignatureRules.giveBack(review, c);
            case ReleaseOpinion c -> SignatureRules.release(review, c);
            case BeginAmendment c -> AmendmentRules.begin(review, c);
            case GiveUpAmendment c -> AmendmentRules.giveUp(review, c);
            case AskFollowUp c -> ConversationRules.askFollowUp(review, c);
            case AnswerFollowUp c -> ConversationRules.answerFollowUp(review, c);
            case GiveCaseBack c -> OfferRules.giveCaseBack(review, c);
            case AssignAnew c -> OfferRules.assignAnew(review, c);
            case WithdrawReview c -> withdraw(review, c.reason());
            case CloseReview c -> close(review, c);
        };
    }

    private static Decision acknowledge(Review review, AcknowledgeCriticalFinding c) {
        return moved(
                review,
                new CriticalFindingAcknowledged(review.caseId(), c.findingId(), c.person()));
    }

    private static Decision commitReading(Review review, CommitReading c) {
        return switch (review) {
            case IndependentReading(var id, var reviewer, var due)
                    when reviewer.equals(c.reviewer()) ->
                    moved(new UnderReview(id, reviewer, due), new ReadingCommitted(id, reviewer));
            case IndependentReading _ -> refused(NOT_THE_ASSIGNED_REVIEWER);
            case Searching _, UnderReview _, AwaitingAnswer _, Written _, Withdrawn _ ->
                    refused(NOT_ALLOWED_IN_THIS_STATE);
        };
    }

    private static Decision draft(Review review, DraftOpinion c) {
        return switch (review) {
            case UnderReview under -> unchangedFor(under.reviewer(), c.reviewer(), under);
            case AwaitingAnswer waiting -> unchangedFor(waiting.reviewer(), c.reviewer(), waiting);
            case IndependentReading _ -> refused(OWN_READING_NOT_COMMITTED);
            case Released released -> AmendmentRules.draft(released, c.reviewer());
            case Searching _, InQualityReview _, Signed _, Withdrawn _ ->
                    refused(NOT_ALLOWED_IN_THIS_STATE);
        };
    }

    /**
     * At any time before the opinion is final, and while it is amended; otherwise it says so
     * itself.
     */
    private static Decision flag(Review review, FlagCriticalFinding c) {
        return switch (review) {
            case Writing writing -> flagged(writing.reviewer(), review, c);
            case InQualityReview checked -> flagged(checked.reviewer(), review, c);
            case Released released when released.amendment() != null ->
                    flagged(released.reviewer(), review, c);
            case Searching _, Signed _, Released _, Withdrawn _ ->
                    refused(NOT_ALLOWED_IN_THIS_STATE);
        };
    }

    private static Decision flagged(UUID assigned, Review review, FlagCriticalFinding c) {
        return assigned.equals(c.reviewer())
                ? moved(
                        review,
                        new CriticalFindingFlagged(
                                review.caseId(), c.findingId(), assigned, c.acknowledgeBy()))
                : refused(NOT_THE_ASSIGNED_REVIEWER);
    }

    private static Decision unchangedFor(UUID assigned, UUID asking, Review review) {
        return assigned.equals(asking) ? moved(review) : refused(NOT_THE_ASSIGNED_REVIEWER);
    }

    /** What the patient already holds is not taken back. */
    private static Decision withdraw(Review review, String reason) {
        return switch (review) {
            case Searching _, Writing _, InQualityReview _, Signed _ ->
                    moved(
                            new Withdrawn(review.caseId()),
                            new ReviewWithdrawn(review.caseId(), reason));
            case Released _, Withdrawn _ -> refused(NOT_ALLOWED_IN_THIS_STATE);
        };
    }

    private static Decision close(Review review, CloseReview c) {
        return switch (review) {
            case Released released -> AmendmentRules.close(released, c);
            case Searching _, Writing _, InQualityReview _, Signed _, Withdrawn _ ->
                    withdraw(review, null);
        };
    }
}
