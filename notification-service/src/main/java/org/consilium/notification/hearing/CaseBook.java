package org.consilium.notification.hearing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.consilium.contracts.CaseEvent;
import org.consilium.contracts.DocumentsEvent;
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
import org.consilium.contracts.NotificationEvent;
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
import org.consilium.kit.work.UnitOfWork;
import org.consilium.notification.recipients.Permissions;
import org.consilium.notification.sending.Silence;

/**
 * What this service keeps of a case: its reference, its people, what they may, the language each of
 * them uses.
 */
@ApplicationScoped
class CaseBook {

    private static final Set<Relation> REVIEWERS =
            EnumSet.of(Relation.OFFERED_REVIEWER, Relation.REVIEWER);

    private static final Set<Relation> NOT_ASKED_ANY_MORE =
            EnumSet.of(Relation.PATIENT, Relation.REFERRER);

    private final CaseAccess people;
    private final Permissions permissions;
    private final Silence silence;

    CaseBook(CaseAccess people, Permissions permissions, Silence silence) {
        this.people = people;
        this.permissions = permissions;
        this.silence = silence;
    }

    Uni<Void> note(CaseEvent event, UnitOfWork work) {
        return switch (event) {
            case IntakeEvent e -> note(e, work);
            case ReviewEvent e -> note(e, work);
            case DocumentsEvent _, NotificationEvent _ -> nothing();
        };
    }

    private Uni<Void> note(IntakeEvent event, UnitOfWork work) {
        return switch (event) {
            case CaseOpened e ->
                    reference(e.caseId(), e.reference(), work)
                            .chain(() -> language(e.caseId(), e.openedBy(), e.language(), work));
            case CaseSubmitted e -> language(e.caseId(), e.requester(), e.language(), work);
            case ParticipantAdmitted e ->
                    people.grant(e.caseId(), e.person(), e.relation(), e.until(), work)
                            .chain(() -> permissions.note(e, work))
                            .chain(() -> language(e.caseId(), e.person(), e.language(), work));
            case CaseWithdrawn e -> ended(e.caseId(), e.reason(), work);
            case CaseClosed e -> ended(e.caseId(), e.reason(), work);
            case DeathRecorded e -> died(e.caseId(), work);
            case ParticipantRemoved e -> people.revoke(e.caseId(), e.person(), e.relation(), work);
            case LastParticipantRemoved _,
                    ConsentGranted _,
                    ConsentRevoked _,
                    ConsentExpired _,
                    TreatmentDateMoved _,
                    TimeBecameShort _,
                    FollowOnOpened _,
                    PriceQuoted _,
                    PriceAgreed _,
                    TriageStarted _,
                    CaseTriaged _,
                    CaseHeldForRecords _,
                    CaseReady _,
                    CaseDeclined _,
                    CaseRedirected _,
                    CaseExpired _,
                    GlassBroken _,
                    GlassBreakReviewed _,
                    OutcomeAsked _,
                    OutcomeReported _ ->
                    nothing();
        };
    }

    private Uni<Void> note(ReviewEvent event, UnitOfWork work) {
        return switch (event) {
            case ReviewOffered e ->
                    people.grant(e.caseId(), e.reviewer(), Relation.OFFERED_REVIEWER, null, work);
            case OfferAccepted e ->
                    noLongerAsked(e.caseId(), e.reviewer(), work)
                            .chain(() -> reads(e.caseId(), e.reviewer(), work));
            case OfferDeclined e -> noLongerAsked(e.caseId(), e.reviewer(), work);
            case OfferExpired e -> noLongerAsked(e.caseId(), e.reviewer(), work);
            case AssignmentEnded e ->
                    people.revoke(e.caseId(), e.reviewer(), Relation.REVIEWER, work);
            case OfferLapsed e -> noLongerAsked(e.caseId(), e.reviewer(), work);
            case ReviewWithdrawn e -> reviewEnded(e.caseId(), work);
            case ReviewerNotFound _, FirstTeamUnknown _, AssignmentQuestioned _ -> nothing();
            case AssignmentConfirmed _, AssignmentOverrideProposed _ -> nothing();
            case AssignmentOverridden _, AssignmentOverrideDeclined _ -> nothing();
            case InformationRequested _, InformationGiven _ -> nothing();
            case InformationRequestClosed _, QualityReviewRequested _ -> nothing();
            case OpinionReturned _, OpinionSigned _, CriticalFindingFlagged _ -> nothing();
            case CriticalFindingAcknowledged _, CriticalFindingOverdue _ -> nothing();
            case ReadingCommitted _, OpinionReleased _, OpinionAmended _ -> nothing();
            case AmendmentBegun _, AmendmentEnded _, FollowUpAsked _ -> nothing();
            case FollowUpAnswered _, SecondReadingAsked _, SecondReaderAdmitted _ -> nothing();
            case SecondReaderLeft _, AdjudicationRequested _ -> nothing();
        };
    }

    private Uni<Void> ended(UUID caseId, String reason, UnitOfWork work) {
        return reason.equals(IntakeEvent.PATIENT_DIED) ? died(caseId, work) : nothing();
    }

    /** After a death nothing goes to the patient's account any more, nor to their doctor. */
    private Uni<Void> died(UUID caseId, UnitOfWork work) {
        return silence.begin(caseId, work)
                .chain(() -> people.revokeAll(caseId, NOT_ASKED_ANY_MORE, work));
    }

    private Uni<Void> reviewEnded(UUID caseId, UnitOfWork work) {
        return people.revokeAll(caseId, REVIEWERS, work);
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> reads(UUID caseId, UUID reviewer, UnitOfWork work) {
        return people.grant(caseId, reviewer, Relation.REVIEWER, null, work);
    }

    private Uni<Void> noLongerAsked(UUID caseId, UUID reviewer, UnitOfWork work) {
        return people.revoke(caseId, reviewer, Relation.OFFERED_REVIEWER, work);
    }

    private static Uni<Void> reference(UUID caseId, String reference, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        insert into known_case (case_id, reference) values (:case, :reference)
                        on conflict do nothing""")
                .setParameter("case", caseId)
                .setParameter("reference", reference)
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Uni<Void> language(UUID caseId, UUID person, String language, UnitOfWork work) {
        if (language == null) {
            return Uni.createFrom().voidItem();
        }
        return work.session()
                .createNativeQuery(
                        """
                        insert into spoken_language (case_id, person, language) values (:case, :person, :language)
                        on conflict (case_id, person) do update set language = excluded.language""")
                .setParameter("case", caseId)
                .setParameter("person", person)
                .setParameter("language", language)
                .executeUpdate()
                .replaceWithVoid();
    }
}
