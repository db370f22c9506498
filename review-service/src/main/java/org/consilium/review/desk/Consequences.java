package org.consilium.review.desk;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.consilium.contracts.Relation;
import org.consilium.contracts.ReviewEvent;
import org.consilium.contracts.ReviewEvent.AdjudicationRequested;
import org.consilium.contracts.ReviewEvent.AmendmentBegun;
import org.consilium.contracts.ReviewEvent.AmendmentEnded;
import org.consilium.contracts.ReviewEvent.AssignmentConfirmed;
import org.consilium.contracts.ReviewEvent.AssignmentEnded;
import org.consilium.contracts.ReviewEvent.AssignmentOverridden;
import org.consilium.contracts.ReviewEvent.AssignmentOverrideDeclined;
import org.consilium.contracts.ReviewEvent.AssignmentOverrideProposed;
import org.consilium.contracts.ReviewEvent.AssignmentQuestioned;
import org.consilium.contracts.ReviewEvent.CriticalFindingAcknowledged;
import org.consilium.contracts.ReviewEvent.CriticalFindingFlagged;
import org.consilium.contracts.ReviewEvent.CriticalFindingOverdue;
import org.consilium.contracts.ReviewEvent.FirstTeamUnknown;
import org.consilium.contracts.ReviewEvent.FollowUpAnswered;
import org.consilium.contracts.ReviewEvent.FollowUpAsked;
import org.consilium.contracts.ReviewEvent.InformationGiven;
import org.consilium.contracts.ReviewEvent.InformationRequestClosed;
import org.consilium.contracts.ReviewEvent.InformationRequested;
import org.consilium.contracts.ReviewEvent.OfferAccepted;
import org.consilium.contracts.ReviewEvent.OfferDeclined;
import org.consilium.contracts.ReviewEvent.OfferExpired;
import org.consilium.contracts.ReviewEvent.OfferLapsed;
import org.consilium.contracts.ReviewEvent.OpinionAmended;
import org.consilium.contracts.ReviewEvent.OpinionReleased;
import org.consilium.contracts.ReviewEvent.OpinionReturned;
import org.consilium.contracts.ReviewEvent.OpinionSigned;
import org.consilium.contracts.ReviewEvent.QualityReviewRequested;
import org.consilium.contracts.ReviewEvent.ReadingCommitted;
import org.consilium.contracts.ReviewEvent.ReviewOffered;
import org.consilium.contracts.ReviewEvent.ReviewWithdrawn;
import org.consilium.contracts.ReviewEvent.ReviewerNotFound;
import org.consilium.contracts.ReviewEvent.SecondReaderAdmitted;
import org.consilium.contracts.ReviewEvent.SecondReaderLeft;
import org.consilium.contracts.ReviewEvent.SecondReadingAsked;
import org.consilium.kit.access.CaseAccess;
import org.consilium.kit.deadline.Deadline;
import org.consilium.kit.deadline.Deadlines;
import org.consilium.kit.words.Code;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.lifecycle.Review;
import org.consilium.review.lifecycle.Review.Offer;
import org.consilium.review.matching.ExclusionRule;
import org.consilium.review.reviewers.Places;

/**
 * What follows from a fact inside this service: who may see the case, which clock runs, whose place
 * is taken. In the transaction of the fact.
 */
@ApplicationScoped
class Consequences {

    private final CaseAccess access;
    private final Deadlines deadlines;
    private final Offers offers;
    private final Places places;
    private final Amendments amendments;
    private final SecondReadingDesk seconds;

    Consequences(
            CaseAccess access,
            Deadlines deadlines,
            Offers offers,
            Places places,
            Amendments amendments,
            SecondReadingDesk seconds) {
        this.access = access;
        this.deadlines = deadlines;
        this.offers = offers;
        this.places = places;
        this.amendments = amendments;
        this.seconds = seconds;
    }

    Uni<Void> of(ReviewEvent fact, Review before, UnitOfWork work) {
        return switch (fact) {
            case ReviewOffered e -> offered(e, work);
            case OfferAccepted e -> accepted(e, work);
            case OfferDeclined e ->
                    offers.settle(e.offerId(), "declined", e.reason(), work)
                            .chain(() -> notAsked(e.caseId(), e.offerId(), e.reviewer(), work));
            case OfferExpired e ->
                    offers.settle(e.offerId(), "expired", null, work)
                            .chain(() -> notAsked(e.caseId(), e.offerId(), e.reviewer(), work));
            case OfferLapsed e ->
                    offers.settle(e.offerId(), "lapsed", null, work)
                            .chain(() -> notAsked(e.caseId(), e.offerId(), e.reviewer(), work));
            case OpinionSigned e -> signed(e, before, work);
            case InformationRequested e ->
                    watch(e, ReviewDesk.ANSWER_WINDOW, e.questionId(), e.answerDue(), work);
            case InformationGiven e ->
                    deadlines.lift(e.caseId(), ReviewDesk.ANSWER_WINDOW, e.questionId(), work);
            case InformationRequestClosed e ->
                    deadlines.lift(e.caseId(), ReviewDesk.ANSWER_WINDOW, e.questionId(), work);
            case CriticalFindingFlagged e ->
                    watch(e, ReviewDesk.CRITICAL_FINDING, e.findingId(), e.acknowledgeBy(), work);
            case CriticalFindingAcknowledged e ->
                    deadlines.lift(e.caseId(), ReviewDesk.CRITICAL_FINDING, e.findingId(), work);
            case AssignmentEnded e -> assignmentEnded(e, work);
            case ReviewWithdrawn e -> withdrawn(e, before, work);
            case CriticalFindingOverdue _, ReviewerNotFound _, FirstTeamUnknown _ -> nothing();
            case ReadingCommitted _, QualityReviewRequested _, OpinionReturned _ -> nothing();
            case AssignmentQuestioned _, AssignmentConfirmed _ -> nothing();
            case AssignmentOverridden e -> overridden(e, work);
            case AssignmentOverrideProposed _, AssignmentOverrideDeclined _ -> nothing();
            case AmendmentEnded e ->
                    amendments.ended(e.caseId(), Code.of(e.reason()), e.endedBy(), work);
            case OpinionAmended e -> amendments.released(e.caseId(), e.releasedBy(), work);
            case OpinionReleased _, AmendmentBegun _, AdjudicationRequested _ -> nothing();
            case FollowUpAsked _, FollowUpAnswered _ -> nothing();
            // Of the second reading, whose own desk sees to them.
            case SecondReadingAsked _, SecondReaderAdmitted _, SecondReaderLeft _ -> nothing();
        };
    }

    private Uni<Void> watch(
            ReviewEvent fact, String kind, UUID ref, Instant dueAt, UnitOfWork work) {
        return deadlines.set(new Deadline(fact.caseId(), kind, ref, dueAt), work);
    }

    private Uni<Void> offered(ReviewOffered e, UnitOfWork work) {
        var expiry = new Deadline(e.caseId(), Offers.EXPIRY, e.offerId(), e.expiresAt());
        return offers.open(e, work)
                .chain(
                        () ->
                                access.grant(
                                        e.caseId(),
                                        e.reviewer(),
                                        Relation.OFFERED_REVIEWER,
                                        e.expiresAt(),
                                        work))
                .chain(() -> deadlines.set(expiry, work));
    }

    private Uni<Void> accepted(OfferAccepted e, UnitOfWork work) {
        return places.take(e.reviewer(), e.offerId(), work)
                .chain(() -> offers.settle(e.offerId(), "accepted", null, work))
                .chain(() -> notAsked(e.caseId(), e.offerId(), e.reviewer(), work))
                .chain(() -> access.grant(e.caseId(), e.reviewer(), Relation.REVIEWER, null, work));
    }

    /** An amendment takes no place in the capacity, so it leaves none. */
    private Uni<Void> signed(OpinionSigned e, Review before, UnitOfWork work) {
        return before instanceof Review.Released ? nothing() : places.free(e.reviewer(), work);
    }

    private Uni<Void> overridden(AssignmentOverridden e, UnitOfWork work) {
        return e.rules().contains(ExclusionRule.CAPACITY.id())
                ? offers.openBeyondCapacity(e.offerId(), work)
                : nothing();
    }

    private Uni<Void> notAsked(UUID caseId, UUID offerId, UUID reviewer, UnitOfWork work) {
        return deadlines
                .lift(caseId, Offers.EXPIRY, offerId, work)
                .chain(() -> access.revoke(caseId, reviewer, Relation.OFFERED_REVIEWER, work));
    }

    private Uni<Void> assignmentEnded(AssignmentEnded e, UnitOfWork work) {
        return places.free(e.reviewer(), work)
                .chain(() -> offers.giveBack(e.caseId(), e.reason(), work))
                .chain(() -> access.revoke(e.caseId(), e.reviewer(), Relation.REVIEWER, work));
    }

    private Uni<Void> withdrawn(ReviewWithdrawn e, Review before, UnitOfWork work) {
        return liftClocks(before, work)
                .chain(() -> offers.settleAll(e.caseId(), "withdrawn", work))
                .chain(() -> dismiss(before, work))
                .chain(() -> seconds.end(e.caseId(), work));
    }

    /** What is critical stays so: its time runs on. */
    private Uni<Void> liftClocks(Review before, UnitOfWork work) {
        return switch (before) {
            case Review.Offered o ->
                    lift(o, Offers.EXPIRY, o.offers().stream().map(Offer::offerId), work);
            case Review.AwaitingAnswer a ->
                    lift(a, ReviewDesk.ANSWER_WINDOW, a.openQuestions().keySet().stream(), work);
            case Review.AwaitingAssignment _,
                    Review.IndependentReading _,
                    Review.UnderReview _,
                    Review.Written _,
                    Review.Withdrawn _ ->
                    nothing();
        };
    }

    private Uni<Void> lift(Review review, String kind, Stream<UUID> refs, UnitOfWork work) {
        Uni<Void> done = nothing();
        for (UUID ref : refs.toList()) {
            done = done.chain(() -> deadlines.lift(review.caseId(), kind, ref, work));
        }
        return done;
    }

    /** Whoever was asked or assigned sees nothing of a case that was withdrawn. */
    private Uni<Void> dismiss(Review before, UnitOfWork work) {
        return switch (before) {
            case Review.Offered o -> access.revokeAll(o.caseId(), Relation.OFFERED_REVIEWER, work);
            case Review.IndependentReading r -> dismissed(r.reviewer(), before, work);
            case Review.UnderReview r -> dismissed(r.reviewer(), before, work);
            case Review.AwaitingAnswer r -> dismissed(r.reviewer(), before, work);
            case Review.InQualityReview r -> dismissed(r.reviewer(), before, work);
            case Review.Signed r ->
                    access.revoke(r.caseId(), r.reviewer(), Relation.REVIEWER, work);
            case Review.AwaitingAssignment _, Review.Released _, Review.Withdrawn _ -> nothing();
        };
    }

    private Uni<Void> dismissed(UUID reviewer, Review before, UnitOfWork work) {
        return places.free(reviewer, work)
                .chain(() -> access.revoke(before.caseId(), reviewer, Relation.REVIEWER, work));
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
