package org.consilium.documents.cases;

import static org.consilium.contracts.Relation.OFFERED_REVIEWER;
import static org.consilium.contracts.Relation.REVIEWER;
import static org.consilium.contracts.Relation.SECOND_READER;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.consilium.contracts.CaseEvent;
import org.consilium.contracts.DocumentsEvent;
import org.consilium.contracts.IntakeEvent;
import org.consilium.contracts.NotificationEvent;
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
import org.consilium.kit.access.CaseAccess;
import org.consilium.kit.events.Envelope;
import org.consilium.kit.inbox.EventConsumer;
import org.consilium.kit.inbox.Inbox;
import org.consilium.kit.work.UnitOfWork;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The review: who reads, and from when on the first opinion too. */
@ApplicationScoped
public class ReviewConsumer implements EventConsumer {

    private final Inbox inbox;
    private final CaseAccess access;
    private final FollowUps followUps;

    ReviewConsumer(Inbox inbox, CaseAccess access, FollowUps followUps) {
        this.inbox = inbox;
        this.followUps = followUps;
        this.access = access;
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
        return switch (event) {
            case ReviewEvent e -> heard(e, work);
            case IntakeEvent _, DocumentsEvent _, NotificationEvent _ -> nothing();
        };
    }

    private Uni<Void> heard(ReviewEvent event, UnitOfWork work) {
        return switch (event) {
            case ReviewOffered e ->
                    access.grant(e.caseId(), e.reviewer(), OFFERED_REVIEWER, e.expiresAt(), work);
            case OfferDeclined e -> access.revoke(e.caseId(), e.reviewer(), OFFERED_REVIEWER, work);
            case OfferExpired e -> access.revoke(e.caseId(), e.reviewer(), OFFERED_REVIEWER, work);
            case OfferLapsed e -> access.revoke(e.caseId(), e.reviewer(), OFFERED_REVIEWER, work);
            case OfferAccepted e -> accepted(e, work);
            case ReadingCommitted e -> noteReading(e, work);
            case AssignmentEnded e -> access.revoke(e.caseId(), e.reviewer(), REVIEWER, work);
            case OpinionReleased e -> followUps.open(e.caseId(), e.followUpUntil(), work);
            case OpinionAmended e -> amended(e, work);
            case AmendmentBegun e -> followUps.amendmentBegun(e.caseId(), e.reviewer(), work);
            case AmendmentEnded e -> followUps.amendmentEnded(e.caseId(), work);
            case FollowUpAsked e -> followUps.asked(e.caseId(), e.followUpId(), work);
            case FollowUpAnswered e -> followUps.answered(e.caseId(), e.followUpId(), work);
            case SecondReaderAdmitted e ->
                    access.grant(e.caseId(), e.reader(), SECOND_READER, null, work);
            case SecondReaderLeft e -> access.revoke(e.caseId(), e.reader(), SECOND_READER, work);
            case ReviewWithdrawn e ->
                    access.revokeAll(e.caseId(), EnumSet.of(OFFERED_REVIEWER, REVIEWER), work);
            case ReviewerNotFound _, FirstTeamUnknown _, AssignmentQuestioned _ -> nothing();
            case AssignmentConfirmed _, AssignmentOverrideProposed _ -> nothing();
            case AssignmentOverridden _, AssignmentOverrideDeclined _ -> nothing();
            case InformationRequested _, InformationGiven _ -> nothing();
            case InformationRequestClosed _, QualityReviewRequested _ -> nothing();
            case OpinionReturned _, OpinionSigned _, SecondReadingAsked _ -> nothing();
            case AdjudicationRequested _, CriticalFindingFlagged _ -> nothing();
            case CriticalFindingAcknowledged _, CriticalFindingOverdue _ -> nothing();
        };
    }

    private Uni<Void> accepted(OfferAccepted e, UnitOfWork work) {
        return access.revoke(e.caseId(), e.reviewer(), OFFERED_REVIEWER, work)
                .chain(() -> access.grant(e.caseId(), e.reviewer(), REVIEWER, null, work));
    }

    /**
     * The window first: whoever reads on because of the amendment reads on into it. Of a case that
     * has closed meanwhile nobody reads on.
     */
    private Uni<Void> amended(OpinionAmended e, UnitOfWork work) {
        var window =
                e.followUpUntil() == null
                        ? nothing()
                        : followUps.open(e.caseId(), e.followUpUntil(), work);
        return window.chain(() -> followUps.amendmentEnded(e.caseId(), work));
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }

    private static Uni<Void> noteReading(ReadingCommitted event, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        insert into committed_reading (case_id, reviewer) values (:case, :reviewer)
                        on conflict do nothing""")
                .setParameter("case", event.caseId())
                .setParameter("reviewer", event.reviewer())
                .executeUpdate()
                .replaceWithVoid();
    }
}
