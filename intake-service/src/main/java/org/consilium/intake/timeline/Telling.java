package org.consilium.intake.timeline;

import static org.consilium.contracts.IntakeEvent.PATIENT_DIED;

import java.util.Optional;
import java.util.UUID;
import org.consilium.contracts.CaseEvent;
import org.consilium.contracts.DocumentsEvent;
import org.consilium.contracts.DocumentsEvent.CopyFailed;
import org.consilium.contracts.DocumentsEvent.DocumentAccepted;
import org.consilium.contracts.DocumentsEvent.DocumentDated;
import org.consilium.contracts.DocumentsEvent.DocumentPaged;
import org.consilium.contracts.DocumentsEvent.DocumentRearranged;
import org.consilium.contracts.DocumentsEvent.DocumentReceived;
import org.consilium.contracts.DocumentsEvent.DocumentRejected;
import org.consilium.contracts.DocumentsEvent.DocumentWithdrawn;
import org.consilium.contracts.DocumentsEvent.RecordArrived;
import org.consilium.contracts.DocumentsEvent.RecordRequested;
import org.consilium.contracts.DocumentsEvent.RecordsAssessed;
import org.consilium.contracts.DocumentsEvent.TranslationAdded;
import org.consilium.contracts.DocumentsEvent.TranslationRetracted;
import org.consilium.contracts.DocumentsEvent.TranslatorDisengaged;
import org.consilium.contracts.DocumentsEvent.TranslatorEngaged;
import org.consilium.contracts.EventTypes;
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
import org.consilium.contracts.NotificationEvent.NotificationDelivered;
import org.consilium.contracts.NotificationEvent.NotificationFailed;
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

/**
 * How one event is told on the timeline.
 *
 * @param code stable; the texts go by it
 * @param recipient of a message; null for all else
 */
record Telling(String code, UUID about, UUID recipient) {

    /** A message's fate is between its recipient and staff. */
    boolean mayBeToldTo(UUID person, boolean staff) {
        return staff || recipient == null || recipient.equals(person);
    }

    /** Empty for what happens behind the scenes. */
    static Optional<Telling> of(CaseEvent event) {
        return Optional.ofNullable(
                switch (event) {
                    case IntakeEvent e -> of(e);
                    case DocumentsEvent e -> of(e);
                    case ReviewEvent e -> of(e);
                    case NotificationEvent e -> of(e);
                });
    }

    private static Telling of(IntakeEvent event) {
        return switch (event) {
            case CaseOpened e -> told(e, null);
            case ConsentGranted e -> told(e, e.consentId());
            case ConsentExpired e -> told(e, e.consentId());
            case ConsentRevoked e -> told(e, e.consentId());
            case LastParticipantRemoved e -> told(e, null);
            case GlassBroken e -> told(e, e.breakId());
            case GlassBreakReviewed e when !e.wasJustified() ->
                    told("glass-break-not-justified", e.breakId());
            case GlassBreakReviewed e -> told(e, e.breakId());
            case CaseSubmitted e -> told(e, null);
            case TreatmentDateMoved e -> told(e, null);
            case TimeBecameShort e -> told(e, null);
            case TriageStarted e -> told(e, null);
            case FollowOnOpened e -> told(e, e.followOn());
            case PriceQuoted e -> told(e, e.quoteId());
            case PriceAgreed e -> told(e, e.quoteId());
            case CaseTriaged e when Boolean.TRUE.equals(e.corrects()) ->
                    told("triage-corrected", null);
            case CaseTriaged e -> told(e, null);
            case CaseHeldForRecords e -> told(e, null);
            case CaseReady e -> told(e, null);
            case CaseDeclined e -> told(e, null);
            case CaseRedirected e -> told(e, null);
            case CaseWithdrawn e when e.reason().equals(PATIENT_DIED) -> told(PATIENT_DIED, null);
            case CaseWithdrawn e -> told(e, null);
            case CaseExpired e -> told(e, null);
            case CaseClosed e when e.reason().equals(PATIENT_DIED) -> told(PATIENT_DIED, null);
            case CaseClosed e -> told(e, null);
            case DeathRecorded e -> told(e, null);
            case OutcomeAsked e -> told(e, null);
            case OutcomeReported e -> told(e, null);
            case ParticipantAdmitted _, ParticipantRemoved _ -> null;
        };
    }

    private static Telling of(DocumentsEvent event) {
        return switch (event) {
            // What it means for the case is told by the case: held for records, or ready.
            case DocumentReceived _, DocumentDated _, DocumentPaged _, RecordsAssessed _ -> null;
            case DocumentRearranged e -> told(e, e.documentId());
            case CopyFailed e -> told(e, e.documentId());
            case DocumentWithdrawn e -> told(e, e.documentId());
            case DocumentAccepted e -> told(e, e.documentId());
            case DocumentRejected e -> told(e, e.documentId());
            case RecordRequested e -> told(e, e.requestId());
            case RecordArrived e -> told(e, e.requestId());
            case TranslatorEngaged e -> told(e, e.documentId());
            case TranslatorDisengaged _ -> null;
            case TranslationAdded e -> told(e, e.source());
            case TranslationRetracted e -> told(e, e.source());
        };
    }

    private static Telling of(ReviewEvent event) {
        return switch (event) {
            case ReviewOffered e -> told(e, e.offerId());
            case OfferAccepted e -> told(e, e.offerId());
            case OfferDeclined e -> told(e, e.offerId());
            case OfferExpired e -> told(e, e.offerId());
            case ReviewerNotFound e -> told(e, null);
            case AssignmentEnded e -> told(e, null);
            // What one lead would like is nothing yet; what two agreed on the family may know.
            case AssignmentOverridden e -> told(e, e.overrideId());
            case AssignmentOverrideProposed _, AssignmentOverrideDeclined _ -> null;
            case ReadingCommitted e -> told(e, null);
            case InformationRequested e -> told(e, e.questionId());
            case InformationGiven e -> told(e, e.questionId());
            case InformationRequestClosed e -> told(e, e.questionId());
            // A later version is told of once it is there to be read: until then the one before
            // stands, and it may yet turn out that nothing is to be amended.
            case AmendmentBegun _, AmendmentEnded _ -> null;
            case QualityReviewRequested e when e.version() > 1 -> null;
            case OpinionReturned e when e.version() > 1 -> null;
            case OpinionSigned e when e.version() > 1 -> null;
            case OpinionAmended e -> told(e, e.opinionId());
            case QualityReviewRequested e -> told(e, e.opinionId());
            case OpinionReturned e -> told(e, e.opinionId());
            case OpinionSigned e -> told(e, e.opinionId());
            case OpinionReleased e -> told(e, e.opinionId());
            case FollowUpAsked e -> told(e, e.followUpId());
            case FollowUpAnswered e -> told(e, e.followUpId());
            // Whoever was asked besides is told by a message; for the case nothing changes.
            case OfferLapsed _, FirstTeamUnknown _ -> null;
            case AssignmentQuestioned _, AssignmentConfirmed _ -> null;
            // A check on ourselves: it changes nothing for the family but, at most, the day.
            case SecondReadingAsked _, SecondReaderAdmitted _, SecondReaderLeft _ -> null;
            // Without a reason it ended because its case did, which the case has told.
            case ReviewWithdrawn e -> e.reason() == null ? null : told(e, null);
            // The family hears it from a doctor and not from a page.
            case CriticalFindingFlagged _, CriticalFindingAcknowledged _ -> null;
            case CriticalFindingOverdue _, AdjudicationRequested _ -> null;
        };
    }

    private static Telling of(NotificationEvent event) {
        return switch (event) {
            // Whoever was told has it in their inbox; only what did not arrive matters here.
            case NotificationDelivered _ -> null;
            case NotificationFailed e ->
                    new Telling("message-failed", e.notificationId(), e.recipient());
        };
    }

    /** What is more than its event's name says. */
    private static Telling told(String code, UUID about) {
        return new Telling(code, about, null);
    }

    /** The code is the event's name on the wire, without source and version. */
    private static Telling told(CaseEvent event, UUID about) {
        var code = EventTypes.nameOf(event.getClass()).split("\\.", 3)[1];
        return new Telling(code, about, null);
    }
}
