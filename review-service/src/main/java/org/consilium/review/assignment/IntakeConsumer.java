package org.consilium.review.assignment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
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
import org.consilium.kit.access.CaseAccess;
import org.consilium.kit.events.Envelope;
import org.consilium.kit.inbox.EventConsumer;
import org.consilium.kit.inbox.Inbox;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.cases.CaseFacts;
import org.consilium.review.cases.Cases;
import org.consilium.review.desk.ReviewDesk;
import org.consilium.review.lifecycle.Decision;
import org.consilium.review.lifecycle.Decision.Refused;
import org.consilium.review.lifecycle.ReviewCommand.CloseReview;
import org.consilium.review.lifecycle.ReviewCommand.WithdrawReview;
import org.consilium.review.share.PatientsSide;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** The case's people, what it asks for, and when it may be matched or has ended. */
@ApplicationScoped
class IntakeConsumer implements EventConsumer {

    private static final Set<Relation> REVIEWERS =
            EnumSet.of(Relation.OFFERED_REVIEWER, Relation.REVIEWER);

    private static final Logger LOG = Logger.getLogger(IntakeConsumer.class);

    private final Inbox inbox;
    private final CaseAccess access;
    private final PatientsSide patientsSide;
    private final Cases cases;
    private final Assignment assignment;
    private final Correction correction;
    private final ReviewDesk desk;

    IntakeConsumer(
            Inbox inbox,
            CaseAccess access,
            PatientsSide patientsSide,
            Cases cases,
            Assignment assignment,
            Correction correction,
            ReviewDesk desk) {
        this.inbox = inbox;
        this.access = access;
        this.patientsSide = patientsSide;
        this.cases = cases;
        this.assignment = assignment;
        this.correction = correction;
        this.desk = desk;
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
        return event instanceof IntakeEvent told ? on(told, work) : nothing();
    }

    private Uni<Void> on(IntakeEvent event, UnitOfWork work) {
        return switch (event) {
            case ParticipantAdmitted e -> patientsSide.admitted(e, work);
            case GlassBroken e ->
                    access.grant(e.caseId(), e.person(), Relation.BREAK_GLASS, e.until(), work);
            // Not taken back but ended: that they have looked stays, and they are never matched.
            case GlassBreakReviewed e when !e.wasJustified() ->
                    access.grant(e.caseId(), e.person(), Relation.BREAK_GLASS, work.now(), work);
            case ParticipantRemoved e -> patientsSide.removed(e, work);
            case ConsentGranted e -> patientsSide.granted(e, work);
            case ConsentRevoked e -> patientsSide.revoked(e, work);
            case ConsentExpired e -> patientsSide.expired(e, work);
            case CaseSubmitted e -> cases.submitted(e, work).chain(known -> match(known, work));
            case CaseTriaged e when Boolean.TRUE.equals(e.corrects()) -> correction.heard(e, work);
            case CaseTriaged e -> cases.triaged(e, work).chain(known -> match(known, work));
            case CaseReady e -> cases.ready(e.caseId(), work).chain(known -> match(known, work));
            case CaseWithdrawn e -> end(e.caseId(), work);
            case CaseDeclined e -> end(e.caseId(), work);
            case CaseRedirected e -> end(e.caseId(), work);
            case CaseExpired e -> end(e.caseId(), work);
            case CaseClosed e -> close(e.caseId(), work);
            case CaseOpened _, TriageStarted _, CaseHeldForRecords _, GlassBreakReviewed _ ->
                    nothing();
            case FollowOnOpened _, PriceQuoted _, PriceAgreed _ -> nothing();
            case TreatmentDateMoved _, TimeBecameShort _ -> nothing();
            // A coordinator decides whether it ends; until then the reviewer goes on.
            case LastParticipantRemoved _ -> nothing();
            // The case had ended, and with it the time for questions.
            case DeathRecorded _ -> nothing();
            case OutcomeAsked _, OutcomeReported _ -> nothing();
        };
    }

    private Uni<Void> match(CaseFacts known, UnitOfWork work) {
        return known.canBeMatched() ? assignment.begin(known, work) : nothing();
    }

    private Uni<Void> end(UUID caseId, UnitOfWork work) {
        return cases.ended(caseId, work)
                .chain(() -> desk.handle(caseId, new WithdrawReview(null), work))
                .invoke(decision -> note(caseId, decision))
                .replaceWithVoid();
    }

    /** The window for questions is over: whoever reviewed has nothing more to read. */
    private Uni<Void> close(UUID caseId, UnitOfWork work) {
        return cases.ended(caseId, work)
                .chain(() -> desk.handle(caseId, new CloseReview(work.now()), work))
                .invoke(decision -> note(caseId, decision))
                .chain(() -> access.revokeAll(caseId, REVIEWERS, work));
    }

    private static void note(UUID caseId, Decision decision) {
        if (decision instanceof Refused refused) {
            LOG.infof("case %s ended; no review to end: %s", caseId, refused.reason());
        }
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
