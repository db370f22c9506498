package org.consilium.review.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.consilium.contracts.ReviewEvent.Addressee;
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
import org.consilium.review.lifecycle.ReviewCommand.Side;
import org.consilium.review.lifecycle.ReviewCommand.SignOpinion;
import org.consilium.review.lifecycle.ReviewCommand.WithdrawQuestion;
import org.consilium.review.lifecycle.ReviewCommand.WithdrawReview;

/** One review in each state, and of each command the one that its rightful sender would send. */
final class SampleReviews {

    static final UUID CASE = new UUID(0, 1);
    static final UUID REVIEWER = new UUID(0, 2);
    static final UUID SOMEONE_ELSE = new UUID(0, 3);
    static final UUID OFFER = new UUID(0, 4);
    static final UUID OTHER_OFFER = new UUID(0, 12);
    static final UUID QUESTION = new UUID(0, 5);
    static final UUID OPINION = new UUID(0, 6);
    static final UUID FIRST_OPINION = new UUID(0, 16);
    static final UUID FOLLOW_UP = new UUID(0, 7);
    static final UUID PATIENT = new UUID(0, 8);
    static final UUID OVERRIDE = new UUID(0, 17);
    static final UUID LEAD = new UUID(0, 18);
    static final Instant SOON = Instant.parse("2026-12-01T00:00:00Z");

    private SampleReviews() {}

    static Review.AwaitingAssignment awaitingAssignment() {
        return Review.AwaitingAssignment.begun(CASE);
    }

    static Review.Proposal aProposal() {
        return new Review.Proposal(OVERRIDE, LEAD, REVIEWER, Set.of("language"));
    }

    static Review.AwaitingAssignment withAProposal() {
        return awaitingAssignment().with(aProposal());
    }

    static Review.Offered anOffer() {
        return new Review.Offered(CASE, Set.of(), List.of(new Review.Offer(OFFER, REVIEWER, SOON)));
    }

    static Review.Offered twoOffers() {
        return new Review.Offered(
                CASE,
                Set.of(),
                List.of(
                        new Review.Offer(OFFER, REVIEWER, SOON),
                        new Review.Offer(OTHER_OFFER, SOMEONE_ELSE, SOON)));
    }

    static Review.IndependentReading anIndependentReading() {
        return new Review.IndependentReading(CASE, REVIEWER, SOON);
    }

    static Review.UnderReview underReview() {
        return new Review.UnderReview(CASE, REVIEWER, SOON);
    }

    static Review.AwaitingAnswer awaitingAnAnswerFrom(Addressee addressee) {
        return new Review.AwaitingAnswer(CASE, REVIEWER, SOON, Map.of(QUESTION, addressee));
    }

    static Review.InQualityReview inQualityReview() {
        return new Review.InQualityReview(CASE, REVIEWER, SOON, OPINION, 1);
    }

    static Review.Signed signed() {
        return new Review.Signed(CASE, REVIEWER, OPINION, 1);
    }

    static Review.Released released() {
        return new Review.Released(
                CASE, REVIEWER, OPINION, 1, SOON, Set.of(FOLLOW_UP), 1, false, null);
    }

    /** Of whose next version the author has signed {@code OPINION}, where they have signed one. */
    static Review.Released amending(Review.Amendment.Step step) {
        return new Review.Released(
                CASE,
                REVIEWER,
                FIRST_OPINION,
                1,
                SOON,
                Set.of(FOLLOW_UP),
                1,
                false,
                new Review.Amendment(step, step == Review.Amendment.Step.WRITING ? null : OPINION));
    }

    static Review.Released closed() {
        return released().closedAt(SOON);
    }

    static List<Review> oneOfEachState() {
        return List.of(
                awaitingAssignment(),
                withAProposal(),
                anOffer(),
                twoOffers(),
                anIndependentReading(),
                underReview(),
                awaitingAnAnswerFrom(Addressee.REQUESTER),
                inQualityReview(),
                signed(),
                released(),
                amending(Review.Amendment.Step.WRITING),
                amending(Review.Amendment.Step.IN_QUALITY_REVIEW),
                amending(Review.Amendment.Step.SIGNED),
                closed(),
                new Review.Withdrawn(CASE));
    }

    static List<ReviewCommand> oneOfEachCommand() {
        return List.of(
                new OfferReview(List.of(new Review.Offer(new UUID(0, 13), new UUID(0, 14), SOON))),
                new ReportNobodyFound(3),
                new ReportFirstTeamUnknown(),
                new KeepOffersOf(Set.of(SOMEONE_ELSE)),
                new QuestionAssignment(Set.of("independence-organisation")),
                new ConfirmAssignment(SOMEONE_ELSE),
                new ProposeOverride(aProposal()),
                new AgreeToOverride(OVERRIDE, SOMEONE_ELSE, new UUID(0, 19), SOON),
                new DeclineOverride(OVERRIDE, SOMEONE_ELSE),
                new AcceptOffer(OFFER, REVIEWER, SOON),
                new DeclineOffer(OFFER, REVIEWER, "no-time"),
                new ExpireOffer(OFFER),
                new CommitReading(REVIEWER),
                new AskQuestion(REVIEWER, new UUID(0, 9), Addressee.REQUESTER, SOON),
                new AnswerQuestion(QUESTION, PATIENT, Side.PATIENT),
                new GiveUpQuestion(QUESTION),
                new WithdrawQuestion(QUESTION, REVIEWER),
                new DraftOpinion(REVIEWER),
                new FlagCriticalFinding(REVIEWER, new UUID(0, 15), SOON),
                new AcknowledgeCriticalFinding(new UUID(0, 15), SOMEONE_ELSE),
                new ReportCriticalFindingOverdue(new UUID(0, 15)),
                new SignOpinion(REVIEWER, OPINION),
                new PassOpinion(SOMEONE_ELSE, OPINION, "00"),
                new ReturnOpinion(SOMEONE_ELSE, OPINION, Set.of("plain-language")),
                new ReleaseOpinion(SOMEONE_ELSE, SOON),
                new BeginAmendment(REVIEWER),
                new GiveUpAmendment(REVIEWER, false),
                new AskFollowUp(new UUID(0, 10), PATIENT, SOON.minusSeconds(1)),
                new AnswerFollowUp(FOLLOW_UP, new UUID(0, 11), REVIEWER),
                new GiveCaseBack(REVIEWER, "ill", Set.of()),
                new AssignAnew(SOMEONE_ELSE, "overdue", Set.of()),
                new WithdrawReview(null),
                new CloseReview(SOON.minusSeconds(1)));
    }
}
