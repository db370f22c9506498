package org.consilium.documents.cases;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.consilium.contracts.CaseEvent;
import org.consilium.contracts.IntakeEvent;
import org.consilium.contracts.IntakeEvent.CaseClosed;
import org.consilium.contracts.IntakeEvent.CaseDeclined;
import org.consilium.contracts.IntakeEvent.CaseExpired;
import org.consilium.contracts.IntakeEvent.CaseHeldForRecords;
import org.consilium.contracts.IntakeEvent.CaseOpened;
import org.consilium.contracts.IntakeEvent.CaseReady;
import org.consilium.contracts.IntakeEvent.CaseRedirected;
import org.consilium.contracts.IntakeEvent.CaseSubmitted;
import org.consilium.contracts.IntakeEvent.CaseTriaged;
import org.consilium.contracts.IntakeEvent.CaseWithdrawn;
import org.consilium.contracts.IntakeEvent.ConsentExpired;
import org.consilium.contracts.IntakeEvent.ConsentGranted;
import org.consilium.contracts.IntakeEvent.ConsentRevoked;
import org.consilium.contracts.IntakeEvent.DeathRecorded;
import org.consilium.contracts.IntakeEvent.FollowOnOpened;
import org.consilium.contracts.IntakeEvent.GlassBreakReviewed;
import org.consilium.contracts.IntakeEvent.GlassBroken;
import org.consilium.contracts.IntakeEvent.LastParticipantRemoved;
import org.consilium.contracts.IntakeEvent.OutcomeAsked;
import org.consilium.contracts.IntakeEvent.OutcomeReported;
import org.consilium.contracts.IntakeEvent.ParticipantAdmitted;
import org.consilium.contracts.IntakeEvent.ParticipantRemoved;
import org.consilium.contracts.IntakeEvent.PriceAgreed;
import org.consilium.contracts.IntakeEvent.PriceQuoted;
import org.consilium.contracts.IntakeEvent.TimeBecameShort;
import org.consilium.contracts.IntakeEvent.TreatmentDateMoved;
import org.consilium.contracts.IntakeEvent.TriageStarted;
import org.consilium.contracts.Relation;
import org.consilium.contracts.Source;
import org.consilium.documents.carryover.EarlierCases;
import org.consilium.documents.checklist.ChecklistDesk;
import org.consilium.documents.consents.Consents;
import org.consilium.documents.document.DocumentDesk;
import org.consilium.documents.links.LinkDesk;
import org.consilium.documents.requests.RecordRequestDesk;
import org.consilium.documents.translations.EngagementDesk;
import org.consilium.kit.access.CaseAccess;
import org.consilium.kit.events.Envelope;
import org.consilium.kit.inbox.EventConsumer;
import org.consilium.kit.inbox.Inbox;
import org.consilium.kit.work.UnitOfWork;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The case: who takes part, what it was submitted with, and that it ended. */
@ApplicationScoped
public class IntakeConsumer implements EventConsumer {

    private static final Set<Relation> REVIEWERS =
            EnumSet.of(Relation.OFFERED_REVIEWER, Relation.REVIEWER, Relation.SECOND_READER);

    private final Inbox inbox;
    private final CaseAccess access;
    private final ChecklistDesk checklist;
    private final DocumentDesk desk;
    private final RecordRequestDesk requests;
    private final LinkDesk links;
    private final Consents consents;
    private final EngagementDesk translators;
    private final EarlierCases earlierCases;

    IntakeConsumer(
            Inbox inbox,
            CaseAccess access,
            ChecklistDesk checklist,
            DocumentDesk desk,
            RecordRequestDesk requests,
            LinkDesk links,
            Consents consents,
            EngagementDesk translators,
            EarlierCases earlierCases) {
        this.inbox = inbox;
        this.access = access;
        this.checklist = checklist;
        this.desk = desk;
        this.requests = requests;
        this.links = links;
        this.consents = consents;
        this.translators = translators;
        this.earlierCases = earlierCases;
    }

    @Override
    public Source source() {
        return Source.INTAKE;
    }

    @Incoming("intake")
    Uni<Void> receive(ConsumerRecord<String, byte[]> record) {
        return inbox.once(record, this);
    }

    @Override
    public Uni<Void> on(CaseEvent event, Envelope envelope, UnitOfWork work) {
        return switch ((IntakeEvent) event) {
            case CaseOpened e -> opened(e, work);
            case ParticipantAdmitted e ->
                    access.grant(e.caseId(), e.person(), e.relation(), e.until(), work);
            case GlassBroken e -> glassBroken(e, work);
            case GlassBreakReviewed e when !e.wasJustified() ->
                    access.revoke(e.caseId(), e.person(), Relation.BREAK_GLASS, work);
            case ParticipantRemoved e -> removed(e.caseId(), e.person(), e.relation(), work);
            case ConsentGranted e -> consents.granted(e, work);
            case ConsentRevoked e ->
                    consents.revoked(e, work)
                            .chain(() -> consentEnded(e.caseId(), e.representative(), work));
            case ConsentExpired e -> consentEnded(e.caseId(), e.representative(), work);
            case CaseSubmitted e ->
                    checklist.submit(
                            e, envelope.time().atOffset(ZoneOffset.UTC).toLocalDate(), work);
            case CaseDeclined e -> ended(e.caseId(), work);
            case CaseRedirected e -> ended(e.caseId(), work);
            case CaseWithdrawn e -> ended(e.caseId(), work);
            case CaseExpired e -> ended(e.caseId(), work);
            case CaseClosed e -> ended(e.caseId(), work);
            case OutcomeAsked _, OutcomeReported _ -> Uni.createFrom().voidItem();
            case LastParticipantRemoved _,
                    GlassBreakReviewed _,
                    TreatmentDateMoved _,
                    TimeBecameShort _,
                    FollowOnOpened _,
                    PriceQuoted _,
                    PriceAgreed _,
                    TriageStarted _,
                    CaseTriaged _,
                    CaseHeldForRecords _,
                    CaseReady _,
                    // Its case had ended before: there is nothing left to end here.
                    DeathRecorded _ ->
                    Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> opened(CaseOpened e, UnitOfWork work) {
        return checklist
                .open(e.caseId(), work)
                .chain(() -> earlierCases.note(e.caseId(), e.followsOn(), work))
                .chain(() -> access.grant(e.caseId(), e.openedBy(), e.relation(), null, work));
    }

    private Uni<Void> glassBroken(GlassBroken e, UnitOfWork work) {
        return access.grant(e.caseId(), e.person(), Relation.BREAK_GLASS, e.until(), work);
    }

    /**
     * Whether somebody still takes part, {@code participant-removed} says: another consent may
     * stand. What was handed on under this one ends with it, and if it names nobody it was the
     * patient's own.
     */
    private Uni<Void> consentEnded(UUID caseId, UUID representative, UnitOfWork work) {
        return representative == null
                ? links.revokeAll(caseId, work)
                : links.revokeAllOf(caseId, representative, work);
    }

    /** Whoever goes takes along the links they made. */
    private Uni<Void> removed(UUID caseId, UUID person, Relation relation, UnitOfWork work) {
        return access.revoke(caseId, person, relation, work)
                .chain(() -> links.revokeAllOf(caseId, person, work));
    }

    /** There is nothing left to review: whoever did reads no more from here on. */
    private Uni<Void> ended(UUID caseId, UnitOfWork work) {
        return desk.holdUnfinished(caseId, work)
                .chain(() -> checklist.end(caseId, work))
                .chain(() -> desk.discardUnfinished(caseId, work))
                .chain(() -> links.revokeAll(caseId, work))
                .chain(() -> translators.endOfCase(caseId, work))
                .chain(() -> access.revokeAll(caseId, REVIEWERS, work))
                .chain(() -> requests.callOffOpen(caseId, work));
    }
}
