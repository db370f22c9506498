package org.consilium.intake.heard;

import static org.consilium.contracts.Relation.OFFERED_REVIEWER;
import static org.consilium.contracts.Relation.REVIEWER;
import static org.consilium.contracts.Relation.SECOND_READER;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumSet;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.consilium.contracts.CaseEvent;
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
import org.consilium.contracts.Source;
import org.consilium.intake.cases.CaseCommand.HearAmendmentBegun;
import org.consilium.intake.cases.CaseCommand.HearAmendmentEnded;
import org.consilium.intake.cases.CaseCommand.HearAssignmentEnded;
import org.consilium.intake.cases.CaseCommand.HearFollowUpAnswered;
import org.consilium.intake.cases.CaseCommand.HearFollowUpAsked;
import org.consilium.intake.cases.CaseCommand.HearInformationGiven;
import org.consilium.intake.cases.CaseCommand.HearInformationRequested;
import org.consilium.intake.cases.CaseCommand.HearNobodyFound;
import org.consilium.intake.cases.CaseCommand.HearOfferAccepted;
import org.consilium.intake.cases.CaseCommand.HearOfferGone;
import org.consilium.intake.cases.CaseCommand.HearOffered;
import org.consilium.intake.cases.CaseCommand.HearOpinionAmended;
import org.consilium.intake.cases.CaseCommand.HearOpinionReleased;
import org.consilium.intake.cases.CaseCommand.HearOpinionReturned;
import org.consilium.intake.cases.CaseCommand.HearOpinionSigned;
import org.consilium.intake.cases.CaseCommand.HearQualityReviewRequested;
import org.consilium.intake.cases.CaseCommand.HearReadingCommitted;
import org.consilium.intake.cases.CaseCommand.HearReviewEnded;
import org.consilium.intake.cases.CaseCommand.Heard;
import org.consilium.kit.access.CaseAccess;
import org.consilium.kit.events.Envelope;
import org.consilium.kit.inbox.EventConsumer;
import org.consilium.kit.inbox.Inbox;
import org.consilium.kit.work.Actor;
import org.consilium.kit.work.UnitOfWork;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** From review: who reads, what they ask back, and when the opinion is with the patient. */
@ApplicationScoped
class ReviewConsumer implements EventConsumer {

    private final Inbox inbox;
    private final HeardEvents heard;
    private final CaseAccess access;
    private final ReleasedOpinions opinions;

    ReviewConsumer(Inbox inbox, HeardEvents heard, CaseAccess access, ReleasedOpinions opinions) {
        this.inbox = inbox;
        this.heard = heard;
        this.access = access;
        this.opinions = opinions;
    }

    @Override
    public Source source() {
        return Source.REVIEW;
    }

    @Incoming("review")
    Uni<Void> receive(ConsumerRecord<String, byte[]> record) {
        return inbox.once(record, this);
    }

    @Override
    public Uni<Void> on(CaseEvent event, Envelope envelope, UnitOfWork work) {
        return heard.keep(envelope, work).chain(() -> apply((ReviewEvent) event, envelope, work));
    }

    private Uni<Void> apply(ReviewEvent event, Envelope envelope, UnitOfWork work) {
        return switch (event) {
            case ReviewOffered e -> offered(e, envelope, work);
            case OfferAccepted e -> accepted(e, envelope, work);
            case OfferDeclined e -> offerGone(e.offerId(), e.reviewer(), envelope, work);
            case OfferExpired e -> offerGone(e.offerId(), e.reviewer(), envelope, work);
            case OfferLapsed e -> offerGone(e.offerId(), e.reviewer(), envelope, work);
            case OpinionReleased e -> released(e, envelope, work);
            case OpinionAmended e -> amended(e, envelope, work);
            case ReviewerNotFound _ -> told(new HearNobodyFound(), envelope, work);
            case AssignmentEnded e ->
                    told(new HearAssignmentEnded(), envelope, work)
                            .chain(() -> access.revoke(e.caseId(), e.reviewer(), REVIEWER, work));
            case ReadingCommitted _ -> told(new HearReadingCommitted(), envelope, work);
            case InformationRequested e -> asked(e, envelope, work);
            case InformationGiven e ->
                    told(new HearInformationGiven(e.questionId()), envelope, work);
            // For the case it is the same: nobody waits for this answer any more.
            case InformationRequestClosed e ->
                    told(new HearInformationGiven(e.questionId()), envelope, work);
            case OpinionSigned _ -> told(new HearOpinionSigned(), envelope, work);
            case FollowUpAsked e -> told(new HearFollowUpAsked(e.followUpId()), envelope, work);
            case FollowUpAnswered e ->
                    told(new HearFollowUpAnswered(e.followUpId(), envelope.time()), envelope, work);
            case QualityReviewRequested _ -> told(new HearQualityReviewRequested(), envelope, work);
            case OpinionReturned _ -> told(new HearOpinionReturned(), envelope, work);
            case ReviewWithdrawn e -> ended(e, envelope, work);
            case SecondReaderAdmitted e ->
                    access.grant(e.caseId(), e.reader(), SECOND_READER, null, work);
            case SecondReaderLeft e -> access.revoke(e.caseId(), e.reader(), SECOND_READER, work);
            case AmendmentBegun _ -> told(new HearAmendmentBegun(), envelope, work);
            case AmendmentEnded _ -> told(new HearAmendmentEnded(envelope.time()), envelope, work);
            // Between the clinical leads, or told to whoever can act.
            case AssignmentOverrideProposed _, AssignmentOverridden _ -> nothing();
            case AssignmentOverrideDeclined _, AssignmentQuestioned _ -> nothing();
            case FirstTeamUnknown _, AssignmentConfirmed _, SecondReadingAsked _ -> nothing();
            case CriticalFindingFlagged _, CriticalFindingAcknowledged _ -> nothing();
            case CriticalFindingOverdue _, AdjudicationRequested _ -> nothing();
        };
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> told(Heard fact, Envelope envelope, UnitOfWork work) {
        return heard.tell(fact, envelope, work).replaceWithVoid();
    }

    private Uni<Void> asked(InformationRequested e, Envelope envelope, UnitOfWork work) {
        return told(new HearInformationRequested(e.questionId(), e.addressee()), envelope, work);
    }

    private Uni<Void> offered(ReviewOffered e, Envelope envelope, UnitOfWork work) {
        return heard.tell(new HearOffered(e.offerId()), envelope, work)
                .chain(
                        moved ->
                                admit(
                                        moved,
                                        e.caseId(),
                                        e.reviewer(),
                                        OFFERED_REVIEWER,
                                        e.expiresAt(),
                                        work));
    }

    private Uni<Void> accepted(OfferAccepted e, Envelope envelope, UnitOfWork work) {
        return heard.tell(new HearOfferAccepted(e.reviewer(), e.opinionDue()), envelope, work)
                .call(() -> access.revoke(e.caseId(), e.reviewer(), OFFERED_REVIEWER, work))
                .chain(moved -> admit(moved, e.caseId(), e.reviewer(), REVIEWER, null, work));
    }

    /** The right goes even when the case has moved on: an offer's end is never too late. */
    private Uni<Void> offerGone(UUID offerId, UUID reviewer, Envelope envelope, UnitOfWork work) {
        return heard.tell(new HearOfferGone(offerId), envelope, work)
                .chain(() -> access.revoke(envelope.caseId(), reviewer, OFFERED_REVIEWER, work));
    }

    /** Without a reason it ended because its case did. */
    private Uni<Void> ended(ReviewWithdrawn e, Envelope envelope, UnitOfWork work) {
        var by = new Actor(envelope.actor()).person().orElse(null);
        var told =
                e.reason() == null
                        ? nothing()
                        : told(new HearReviewEnded(e.reason(), by), envelope, work);
        return told.chain(
                () -> access.revokeAll(e.caseId(), EnumSet.of(OFFERED_REVIEWER, REVIEWER), work));
    }

    /** The time for questions begins again, unless the case is closed. */
    private Uni<Void> amended(OpinionAmended e, Envelope envelope, UnitOfWork work) {
        if (e.followUpUntil() == null) {
            return nothing();
        }
        return heard.tell(new HearOpinionAmended(e.followUpUntil()), envelope, work)
                .chain(moved -> moved ? opinions.amended(e, work) : nothing());
    }

    private Uni<Void> released(OpinionReleased e, Envelope envelope, UnitOfWork work) {
        return heard.tell(new HearOpinionReleased(e.followUpUntil()), envelope, work)
                .chain(moved -> moved ? opinions.released(e, envelope.time(), work) : nothing());
    }

    /** Nobody is let into a case that has ended meanwhile. */
    private Uni<Void> admit(
            boolean moved,
            UUID caseId,
            UUID person,
            Relation relation,
            Instant until,
            UnitOfWork work) {
        return moved ? access.grant(caseId, person, relation, until, work) : nothing();
    }
}
