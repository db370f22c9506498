package org.consilium.intake.desk;

import static org.consilium.contracts.IntakeEvent.PATIENT_DIED;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
import org.consilium.intake.delay.DelayCheck;
import org.consilium.intake.outcome.OutcomeDue;
import org.consilium.kit.access.CaseAccess;
import org.consilium.kit.deadline.Deadline;
import org.consilium.kit.deadline.Deadlines;
import org.consilium.kit.work.UnitOfWork;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who may see the case and which clocks run, as our own facts decide it, in their transaction. */
@ApplicationScoped
class Consequences {

    private static final Set<Relation> REVIEWERS =
            EnumSet.of(Relation.OFFERED_REVIEWER, Relation.REVIEWER, Relation.SECOND_READER);

    private final CaseAccess access;
    private final Deadlines deadlines;
    private final Duration draftKept;

    Consequences(
            CaseAccess access,
            Deadlines deadlines,
            @ConfigProperty(name = "consilium.draft-kept") Duration draftKept) {
        this.access = access;
        this.deadlines = deadlines;
        this.draftKept = draftKept;
    }

    Uni<Void> ofAll(List<IntakeEvent> events, UnitOfWork work) {
        var done = Uni.createFrom().voidItem();
        for (var event : events) {
            done = done.chain(() -> of(event, work));
        }
        return done;
    }

    private Uni<Void> of(IntakeEvent event, UnitOfWork work) {
        return switch (event) {
            case CaseOpened e -> deadlines.set(draftExpiry(e.caseId(), work), work);
            case ParticipantAdmitted e ->
                    access.grant(e.caseId(), e.person(), e.relation(), e.until(), work);
            case ParticipantRemoved e -> ended(e, work);
            case CaseSubmitted e -> submitted(e, work);
            case TreatmentDateMoved e -> delayCheck(e.caseId(), e.treatmentDate(), work);
            case CaseDeclined e -> over(e.caseId(), work);
            case CaseRedirected e -> over(e.caseId(), work);
            case CaseWithdrawn e -> over(e.caseId(), work);
            case CaseExpired e -> over(e.caseId(), work);
            case CaseClosed e when e.reason().equals(PATIENT_DIED) -> over(e.caseId(), work);
            case CaseClosed e -> closed(e.caseId(), work);
            case DeathRecorded e -> over(e.caseId(), work);
            case ConsentGranted e -> consentExpiry(e, work);
            case ConsentRevoked e ->
                    deadlines.lift(e.caseId(), ConsentExpiry.KIND, e.consentId(), work);
            case ConsentExpired _ -> nothing();
            case TimeBecameShort _,
                    LastParticipantRemoved _,
                    GlassBroken _,
                    GlassBreakReviewed _,
                    FollowOnOpened _,
                    PriceQuoted _,
                    PriceAgreed _,
                    TriageStarted _,
                    CaseTriaged _,
                    CaseHeldForRecords _,
                    CaseReady _,
                    OutcomeAsked _,
                    OutcomeReported _ ->
                    nothing();
        };
    }

    private Uni<Void> consentExpiry(ConsentGranted e, UnitOfWork work) {
        return e.until() == null
                ? nothing()
                : deadlines.set(
                        new Deadline(e.caseId(), ConsentExpiry.KIND, e.consentId(), e.until()),
                        work);
    }

    private Uni<Void> submitted(CaseSubmitted e, UnitOfWork work) {
        return deadlines
                .lift(e.caseId(), DraftExpiry.KIND, e.caseId(), work)
                .chain(() -> delayCheck(e.caseId(), e.treatmentDate(), work));
    }

    private Uni<Void> delayCheck(UUID caseId, LocalDate treatment, UnitOfWork work) {
        return treatment == null
                ? nothing()
                : deadlines.set(DelayCheck.next(caseId, work.now()), work);
    }

    /**
     * The relation ends and its row stays: a case to which nobody has a row looks like one not
     * heard of yet, and every look at it would wait.
     */
    private Uni<Void> ended(ParticipantRemoved e, UnitOfWork work) {
        return access.grant(e.caseId(), e.person(), e.relation(), work.now(), work);
    }

    /**
     * Whoever was asked to review has no reason to look any more. After an opinion the case closes
     * with the time for questions, or with the answer to the last of them: so long its author
     * reads.
     */
    private Uni<Void> over(UUID caseId, UnitOfWork work) {
        return deadlines.liftAll(caseId, work).chain(() -> withoutReviewers(caseId, work));
    }

    /** How it went is asked long after a case is closed. */
    private Uni<Void> closed(UUID caseId, UnitOfWork work) {
        return deadlines
                .liftAllBut(caseId, OutcomeDue.KIND, work)
                .chain(() -> withoutReviewers(caseId, work));
    }

    private Uni<Void> withoutReviewers(UUID caseId, UnitOfWork work) {
        return access.revokeAll(caseId, REVIEWERS, work);
    }

    private Deadline draftExpiry(UUID caseId, UnitOfWork work) {
        return new Deadline(caseId, DraftExpiry.KIND, caseId, work.now().plus(draftKept));
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
