package org.consilium.intake.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.consilium.contracts.IntakeEvent.Urgency;
import org.consilium.contracts.Relation;
import org.consilium.contracts.ReviewEvent.Addressee;
import org.consilium.intake.price.Money;
import org.consilium.intake.price.ShownPrice;

/** All that can happen to a case that exists: what people ask for, and what other services tell. */
public sealed interface CaseCommand {

    /** {@code revision}: the one the editor saw. */
    record EditDraft(Content content, int revision) implements CaseCommand {}

    record RecordConsent(Consent consent) implements CaseCommand {}

    /** {@code forThePatient}: the patient says so, or staff to whom the patient said so. */
    record RevokeConsent(UUID consentId, UUID revokedBy, boolean forThePatient, Instant at)
            implements CaseCommand {}

    /** The consent's own end has come. */
    record ExpireConsent(UUID consentId, Instant at) implements CaseCommand {}

    record AcknowledgeBoundaries(Set<String> statements) implements CaseCommand {}

    /**
     * {@code expedited}: the requester chose the faster and dearer turnaround. {@code
     * delayAcknowledged}: they know that the opinion comes only just before the treatment. {@code
     * questionsKept}: they have seen how the questions could be better. {@code price}: the one they
     * were shown and agree to.
     */
    record SubmitCase(
            UUID requester,
            Relation relation,
            boolean expedited,
            boolean delayAcknowledged,
            boolean questionsKept,
            ShownPrice price,
            Instant at)
            implements CaseCommand {}

    /** {@code treatmentDate} is null when none is planned any more. */
    record MoveTreatmentDate(UUID movedBy, LocalDate treatmentDate, int revision, Instant at)
            implements CaseCommand {}

    /** Days have passed. */
    record JudgeDelay(Instant at) implements CaseCommand {}

    record StartTriage(UUID coordinator) implements CaseCommand {}

    record TriageCase(
            UUID coordinator,
            String specialty,
            Urgency urgency,
            String jurisdiction,
            Set<String> languages,
            UUID firstTeamOrganisation,
            Set<UUID> firstTeamClinicians)
            implements CaseCommand {}

    record QuotePrice(UUID quoteId, UUID coordinator, Money money, Instant at)
            implements CaseCommand {}

    /** {@code money}: the quote as they saw it. */
    record AgreeToPrice(UUID agreedBy, Money money, Instant at) implements CaseCommand {}

    record DeclineCase(UUID coordinator, String reason) implements CaseCommand {}

    record RedirectCase(UUID coordinator, String reason) implements CaseCommand {}

    record WithdrawCase(UUID withdrawnBy, String reason) implements CaseCommand {}

    /** Another service is asked for, in the case {@code followOn}. */
    record OpenFollowOn(UUID followOn, UUID openedBy, String service) implements CaseCommand {}

    record CloseCase(String reason) implements CaseCommand {}

    /** The draft's thirty days are over. */
    record ExpireDraft() implements CaseCommand {}

    /** The window for questions about the opinion is over. */
    record EndFollowUp() implements CaseCommand {}

    /** A fact from another service. It may be late: then it is refused and nothing is lost. */
    sealed interface Heard extends CaseCommand {}

    record HearRecordsAssessed(Set<String> missing, Set<String> desirable) implements Heard {}

    record HearOffered(UUID offerId) implements Heard {}

    /** Declined, expired or lapsed. */
    record HearOfferGone(UUID offerId) implements Heard {}

    record HearNobodyFound() implements Heard {}

    record HearOfferAccepted(UUID reviewer, Instant opinionDue) implements Heard {}

    /** The reviewer does not go on; somebody else is looked for. */
    record HearAssignmentEnded() implements Heard {}

    /** Staff ended the review for good; {@code reason} is review's code. */
    record HearReviewEnded(String reason, UUID endedBy) implements Heard {}

    record HearReadingCommitted() implements Heard {}

    /** The opinion is with somebody else, who passes it or returns it. */
    record HearQualityReviewRequested() implements Heard {}

    record HearOpinionReturned() implements Heard {}

    record HearInformationRequested(UUID questionId, Addressee addressee) implements Heard {}

    record HearInformationGiven(UUID questionId) implements Heard {}

    record HearOpinionSigned() implements Heard {}

    record HearOpinionReleased(Instant followUpUntil) implements Heard {}

    /** A later version is there to be read, and there is time for questions about it. */
    record HearOpinionAmended(Instant followUpUntil) implements Heard {}

    /** The author writes on; the patient's side hears of it with the release. */
    record HearAmendmentBegun() implements Heard {}

    /** There will be no later version. */
    record HearAmendmentEnded(Instant at) implements Heard {}

    record HearFollowUpAsked(UUID followUpId) implements Heard {}

    record HearFollowUpAnswered(UUID followUpId, Instant at) implements Heard {}
}
