package org.consilium.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What intake knows: the case, its people and their consents. Persons are the subject ids of the
 * identity provider.
 */
public sealed interface IntakeEvent extends CaseEvent {

    /** The reason, in every programme, with which a case is withdrawn or closed after a death. */
    String PATIENT_DIED = "patient-died";

    /**
     * A draft exists. {@code reference} is the short number people say on the telephone; {@code
     * followsOn} the earlier case that led to it.
     */
    @WireName("intake.case-opened.v1")
    record CaseOpened(
            UUID caseId,
            String reference,
            String programme,
            int programmeVersion,
            String service,
            UUID openedBy,
            Relation relation,
            String language,
            @Nullable UUID followsOn)
            implements IntakeEvent {}

    /** From this case another was opened, for another service: {@code followOn} is its id. */
    @WireName("intake.follow-on-opened.v1")
    record FollowOnOpened(UUID caseId, UUID followOn, UUID openedBy, String service)
            implements IntakeEvent {}

    /**
     * The person may act on the case in this relation; {@code until} is null when there is no end.
     */
    @WireName("intake.participant-admitted.v1")
    record ParticipantAdmitted(
            UUID caseId,
            UUID person,
            Relation relation,
            Set<String> scopes,
            String language,
            @Nullable Instant until)
            implements IntakeEvent {}

    @WireName("intake.participant-removed.v1")
    record ParticipantRemoved(UUID caseId, UUID person, Relation relation) implements IntakeEvent {}

    /**
     * With the one before it the last of the patient's side left an open case. Nobody but staff can
     * end it now.
     */
    @WireName("intake.last-participant-removed.v1")
    record LastParticipantRemoved(UUID caseId) implements IntakeEvent {}

    /**
     * {@code wording} and {@code wordingVersion} name the text that was agreed to, {@code language}
     * the one it was read in, {@code purpose} what for: a code of intake's closed list. {@code
     * representative} may act by it; null when the patient acts alone.
     */
    @WireName("intake.consent-granted.v1")
    record ConsentGranted(
            UUID caseId,
            UUID consentId,
            UUID recordedBy,
            @Nullable UUID representative,
            String wording,
            int wordingVersion,
            String language,
            @Nullable String purpose,
            Set<String> scopes,
            @Nullable Instant until)
            implements IntakeEvent {}

    @WireName("intake.consent-revoked.v1")
    record ConsentRevoked(
            UUID caseId, UUID consentId, @Nullable UUID representative, UUID revokedBy)
            implements IntakeEvent {}

    /**
     * The consent's own end has come. {@code participant-removed} follows when no other stands,
     * {@code participant-admitted} with what is left when one does.
     */
    @WireName("intake.consent-expired.v1")
    record ConsentExpired(UUID caseId, UUID consentId, @Nullable UUID representative)
            implements IntakeEvent {}

    /** The case keeps this programme version, checklist and form to its end. */
    @WireName("intake.case-submitted.v1")
    record CaseSubmitted(
            UUID caseId,
            String reference,
            String programme,
            int programmeVersion,
            String service,
            UUID requester,
            Relation requesterRelation,
            String language,
            Set<String> reasons,
            List<UUID> questions,
            List<ChecklistItem> checklist,
            OpinionForm opinionForm,
            @Nullable LocalDate treatmentDate,
            @Nullable LocalDate opinionExpectedBy,
            @Nullable Boolean firstOpinionTold,
            @Nullable Boolean firstTeamTold)
            implements IntakeEvent {}

    /**
     * {@code treatmentDate} is null when none is planned any more, {@code opinionExpectedBy} the
     * day to compare it with; {@code delay}: in-time, warn, expedite or too-late.
     */
    @WireName("intake.treatment-date-moved.v1")
    record TreatmentDateMoved(
            UUID caseId,
            UUID movedBy,
            @Nullable LocalDate treatmentDate,
            LocalDate opinionExpectedBy,
            String delay)
            implements IntakeEvent {}

    /**
     * The opinion may come too late for the treatment: the date moved, or the days went by. {@code
     * delay}: warn, expedite or too-late.
     */
    @WireName("intake.time-became-short.v1")
    record TimeBecameShort(
            UUID caseId, LocalDate treatmentDate, LocalDate opinionExpectedBy, String delay)
            implements IntakeEvent {}

    /** What a price on request comes to; {@code amountMinor} in the currency's smallest unit. */
    @WireName("intake.price-quoted.v1")
    record PriceQuoted(UUID caseId, UUID quoteId, UUID quotedBy, long amountMinor, String currency)
            implements IntakeEvent {}

    /**
     * The patient's side agreed to what the case costs, and that stays. {@code quoteId} is null
     * where the programme itself named the price.
     */
    @WireName("intake.price-agreed.v1")
    record PriceAgreed(
            UUID caseId, UUID agreedBy, long amountMinor, String currency, @Nullable UUID quoteId)
            implements IntakeEvent {}

    @WireName("intake.triage-started.v1")
    record TriageStarted(UUID caseId, UUID coordinator) implements IntakeEvent {}

    /**
     * {@code specialty} is a SNOMED CT practice code, {@code jurisdiction} an ISO 3166-1 country,
     * languages are BCP 47. {@code corrects}: it takes the place of one that was told before.
     */
    @WireName("intake.case-triaged.v1")
    record CaseTriaged(
            UUID caseId,
            UUID coordinator,
            String specialty,
            Urgency urgency,
            String jurisdiction,
            Set<String> languages,
            @Nullable UUID firstTeamOrganisation,
            Set<UUID> firstTeamClinicians,
            @Nullable Boolean corrects)
            implements IntakeEvent {}

    /** An essential item is missing: the case waits for the record holder or the family. */
    @WireName("intake.case-held-for-records.v1")
    record CaseHeldForRecords(UUID caseId, Set<String> missing) implements IntakeEvent {}

    /** Triaged and complete enough: matching may begin. */
    @WireName("intake.case-ready.v1")
    record CaseReady(UUID caseId) implements IntakeEvent {}

    /** Not taken on, before any review. {@code reason} is a decline code of the programme. */
    @WireName("intake.case-declined.v1")
    record CaseDeclined(UUID caseId, UUID coordinator, String reason) implements IntakeEvent {}

    @WireName("intake.case-redirected.v1")
    record CaseRedirected(UUID caseId, UUID coordinator, String reason) implements IntakeEvent {}

    @WireName("intake.case-withdrawn.v1")
    record CaseWithdrawn(UUID caseId, UUID withdrawnBy, String reason) implements IntakeEvent {}

    @WireName("intake.case-expired.v1")
    record CaseExpired(UUID caseId) implements IntakeEvent {}

    /**
     * Somebody without a right to the case reads it until {@code until}. {@code reason} is a code;
     * the words for it stay with intake. Somebody else reviews it by {@code reviewDue}.
     */
    @WireName("intake.glass-broken.v1")
    record GlassBroken(
            UUID caseId, UUID breakId, UUID person, String reason, Instant until, Instant reviewDue)
            implements IntakeEvent {}

    /** What it came to: {@code outcome} is justified or not-justified. */
    @WireName("intake.glass-break-reviewed.v1")
    record GlassBreakReviewed(
            UUID caseId, UUID breakId, UUID person, UUID reviewedBy, String outcome)
            implements IntakeEvent {

        public boolean wasJustified() {
            return outcome.equals("justified");
        }
    }

    @WireName("intake.case-closed.v1")
    record CaseClosed(UUID caseId, String reason) implements IntakeEvent {}

    /**
     * The patient died after the case had ended: nothing about it is asked of anybody any more. In
     * a case that still goes on a death is told by its end, with {@link #PATIENT_DIED}.
     */
    @WireName("intake.death-recorded.v1")
    record DeathRecorded(UUID caseId) implements IntakeEvent {}

    /**
     * The patient's side is asked how it went, {@code day} days after the opinion: 21 or 90. The
     * answers are taken until {@code answerableUntil}.
     */
    @WireName("intake.outcome-asked.v1")
    record OutcomeAsked(UUID caseId, int day, Instant answerableUntil) implements IntakeEvent {}

    /** They have answered. What they said stays with intake. */
    @WireName("intake.outcome-reported.v1")
    record OutcomeReported(UUID caseId, int day) implements IntakeEvent {}

    enum Urgency {
        ROUTINE,
        EXPEDITED
    }
}
