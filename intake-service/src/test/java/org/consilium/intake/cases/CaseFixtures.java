package org.consilium.intake.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.consilium.contracts.IntakeEvent.Urgency;
import org.consilium.contracts.Relation;
import org.consilium.contracts.ReviewEvent.Addressee;
import org.consilium.intake.cases.CaseCommand.AcknowledgeBoundaries;
import org.consilium.intake.cases.CaseCommand.EditDraft;
import org.consilium.intake.cases.CaseCommand.HearAmendmentBegun;
import org.consilium.intake.cases.CaseCommand.HearFollowUpAsked;
import org.consilium.intake.cases.CaseCommand.HearInformationRequested;
import org.consilium.intake.cases.CaseCommand.HearOfferAccepted;
import org.consilium.intake.cases.CaseCommand.HearOffered;
import org.consilium.intake.cases.CaseCommand.HearOpinionReleased;
import org.consilium.intake.cases.CaseCommand.HearQualityReviewRequested;
import org.consilium.intake.cases.CaseCommand.HearRecordsAssessed;
import org.consilium.intake.cases.CaseCommand.HearReviewEnded;
import org.consilium.intake.cases.CaseCommand.OpenFollowOn;
import org.consilium.intake.cases.CaseCommand.QuotePrice;
import org.consilium.intake.cases.CaseCommand.RecordConsent;
import org.consilium.intake.cases.CaseCommand.RevokeConsent;
import org.consilium.intake.cases.CaseCommand.StartTriage;
import org.consilium.intake.cases.CaseCommand.SubmitCase;
import org.consilium.intake.cases.CaseCommand.TriageCase;
import org.consilium.intake.cases.Content.GateAnswer;
import org.consilium.intake.cases.Decision.Moved;
import org.consilium.intake.price.Money;
import org.consilium.intake.price.ShownPrice;
import org.consilium.intake.programme.Programme;
import org.consilium.intake.programme.Programmes;

/** Cases as the rules make them, each reached by the commands that lead there. */
public final class CaseFixtures {

    public static final Programme FAMILY_ABROAD =
            new Programmes(List.of("family-abroad-1.yaml")).current("family-abroad").orElseThrow();

    public static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    public static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
    public static final Instant FOLLOW_UP_UNTIL = NOW.plusSeconds(7 * 86_400);

    public static final Instant CONSENT_UNTIL = NOW.plusSeconds(365 * 86_400);

    public static final UUID CASE = new UUID(7, 1);
    public static final UUID DAUGHTER = new UUID(7, 2);
    public static final UUID PATIENT = new UUID(7, 3);
    public static final UUID COORDINATOR = new UUID(7, 4);
    public static final UUID REVIEWER = new UUID(7, 5);
    public static final UUID QUESTION = new UUID(7, 6);
    public static final UUID BACK_QUESTION = new UUID(7, 7);
    public static final UUID FOLLOW_UP = new UUID(7, 8);
    public static final UUID CONSENT = new UUID(7, 9);

    public static final ShownPrice LISTED = new ShownPrice(new Money(4000, "GBP"), false);
    public static final ShownPrice ON_REQUEST = new ShownPrice(null, true);
    public static final UUID LEAD = new UUID(7, 14);
    public static final UUID OFFER = new UUID(7, 13);
    public static final UUID FOLLOW_ON = new UUID(7, 12);
    public static final UUID QUOTE = new UUID(7, 10);
    public static final Money QUOTED = new Money(18_000, "GBP");

    private CaseFixtures() {}

    public static Case after(Case current, CaseCommand... commands) {
        for (var command : commands) {
            var decision = CaseLifecycle.decide(current, command);
            if (!(decision instanceof Moved(var next, var _))) {
                throw new AssertionError(command + " is refused: " + decision);
            }
            current = next;
        }
        return current;
    }

    public static OpenCase opening(Relation relation, String country) {
        var patient = new Case.Patient(PATIENT, "Bashir", "Ahmad", 1958, country, "Lahore", "ur");
        return new OpenCase(
                CASE,
                "C-7KQ4-29",
                FAMILY_ABROAD,
                "second-opinion",
                "en",
                DAUGHTER,
                relation,
                patient,
                NOW);
    }

    public static OpenFollowOn followOn() {
        return new OpenFollowOn(FOLLOW_ON, DAUGHTER, "hospital-liaison");
    }

    public static Case aDraft() {
        return ((Moved) CaseLifecycle.open(opening(Relation.REPRESENTATIVE, "PK"))).to();
    }

    public static Case aCompleteDraft() {
        return after(
                aDraft(),
                new EditDraft(content(null), 0),
                new RecordConsent(consent()),
                new AcknowledgeBoundaries(boundaries()));
    }

    public static Case aSubmittedCase() {
        return after(aCompleteDraft(), submission());
    }

    public static Case aCaseInTriage() {
        return after(aSubmittedCase(), new StartTriage(COORDINATOR));
    }

    /** Of the faster service, whose price is on request. */
    public static Case aCaseOfAPriceOnRequest() {
        return after(aCompleteDraft(), expedited(), new StartTriage(COORDINATOR));
    }

    public static Case aQuotedCase() {
        return after(aCaseOfAPriceOnRequest(), new QuotePrice(QUOTE, COORDINATOR, QUOTED, NOW));
    }

    public static Case aCaseAwaitingRecords() {
        return after(aCaseInTriage(), recordsMissing(), triage());
    }

    public static Case aReadyCase() {
        return after(aCaseInTriage(), recordsComplete(), triage());
    }

    public static Case anOfferedCase() {
        return after(aReadyCase(), new HearOffered(OFFER));
    }

    public static Case aCaseInQualityReview() {
        return after(aCaseInReview(), new HearQualityReviewRequested());
    }

    public static Case aCaseInReview() {
        return after(aReadyCase(), new HearOfferAccepted(REVIEWER, NOW));
    }

    public static Case aCaseAwaitingAnAnswer() {
        return after(
                aCaseInReview(), new HearInformationRequested(BACK_QUESTION, Addressee.REQUESTER));
    }

    public static Case aCaseWhoseReviewStaffEnded() {
        return after(aCaseInReview(), new HearReviewEnded("patient-not-reachable", LEAD));
    }

    public static Case aDeliveredCase() {
        return after(aCaseInReview(), new HearOpinionReleased(FOLLOW_UP_UNTIL));
    }

    public static Case aCaseInFollowUp() {
        return after(aDeliveredCase(), new HearFollowUpAsked(FOLLOW_UP));
    }

    public static Case aCaseBeingAmended() {
        return after(aDeliveredCase(), new HearAmendmentBegun());
    }

    public static SubmitCase submission() {
        return submissionOf(LISTED, NOW);
    }

    public static SubmitCase submissionKeepingQuestions() {
        return new SubmitCase(DAUGHTER, Relation.REPRESENTATIVE, false, false, true, LISTED, NOW);
    }

    public static SubmitCase expedited() {
        return new SubmitCase(
                DAUGHTER, Relation.REPRESENTATIVE, true, false, false, ON_REQUEST, NOW);
    }

    public static SubmitCase submissionOf(ShownPrice price, Instant at) {
        return new SubmitCase(DAUGHTER, Relation.REPRESENTATIVE, false, false, false, price, at);
    }

    public static TriageCase triage() {
        return triageIn("PK");
    }

    /** Another field of medicine than before. */
    public static TriageCase triageSetRight() {
        return triageOf("394579002", "PK");
    }

    public static TriageCase triageIn(String jurisdiction) {
        return triageOf("394593009", jurisdiction);
    }

    private static TriageCase triageOf(String specialty, String jurisdiction) {
        return new TriageCase(
                COORDINATOR,
                specialty,
                Urgency.ROUTINE,
                jurisdiction,
                Set.of("en"),
                null,
                Set.of());
    }

    public static HearRecordsAssessed recordsComplete() {
        return new HearRecordsAssessed(Set.of(), Set.of("medication-list"));
    }

    public static HearRecordsAssessed recordsMissing() {
        return new HearRecordsAssessed(Set.of("blood-tests"), Set.of());
    }

    public static Content content(LocalDate treatmentDate) {
        return new Content(
                0,
                Set.of("serious-diagnosis", "surgery-recommended"),
                "oncology",
                new Content.Summary("since March", "is it right", "to decide"),
                new Content.FirstOpinion("carcinoma", "operation", "City Hospital", List.of()),
                treatmentDate,
                List.of(
                        new Content.Question(
                                QUESTION, "Is the diagnosis correct?", "diagnosis-correct")),
                theOperationIsKnown());
    }

    public static Map<String, GateAnswer> theOperationIsKnown() {
        var known = new GateAnswer("we were told", false);
        return Map.of(
                "which-operation", known,
                "risks-alternatives-recovery", known,
                "necessity", known,
                "surgeon", known);
    }

    public static Set<String> boundaries() {
        return Set.copyOf(Programme.codes(FAMILY_ABROAD.boundaries()));
    }

    public static Consent consent() {
        return consentFor(CONSENT, DAUGHTER, CONSENT_UNTIL);
    }

    public static Consent consentFor(UUID id, UUID person, Instant until) {
        return consentFor(id, person, until, Set.of("act-for-me", "share-records"));
    }

    public static Consent consentFor(UUID id, UUID person, Instant until, Set<String> scopes) {
        return new Consent(
                id,
                person,
                Relation.REPRESENTATIVE,
                DAUGHTER,
                "family-abroad-consent",
                1,
                "ur",
                "independent-opinion",
                Consent.Given.BY_VIDEO_CALL,
                scopes,
                NOW,
                until,
                null);
    }

    /** The same, written down by the patient. */
    public static Consent fromThePatient(Consent consent) {
        return new Consent(
                consent.id(),
                consent.person(),
                consent.relation(),
                PATIENT,
                consent.text(),
                consent.textVersion(),
                consent.language(),
                consent.purpose(),
                consent.given(),
                consent.scopes(),
                consent.recordedAt(),
                consent.until(),
                consent.revokedAt());
    }

    /** The same, asked for another service. */
    public static Case withService(String service, Case current) {
        return new Case(
                current.id(),
                current.reference(),
                current.programme(),
                service,
                current.language(),
                current.requester(),
                current.openedAt(),
                current.patient(),
                current.content(),
                current.consents(),
                current.records(),
                current.price(),
                current.links(),
                current.died(),
                current.state());
    }

    /** The patient has no account: whoever asks for them is alone with the case. */
    public static Case withoutAccount(Case current) {
        var patient = current.patient();
        return new Case(
                current.id(),
                current.reference(),
                current.programme(),
                current.service(),
                current.language(),
                current.requester(),
                current.openedAt(),
                new Case.Patient(
                        null,
                        patient.givenName(),
                        patient.familyName(),
                        patient.birthYear(),
                        patient.country(),
                        patient.city(),
                        patient.language()),
                current.content(),
                current.consents(),
                current.records(),
                current.price(),
                current.links(),
                current.died(),
                current.state());
    }

    /** The only consent is taken back, and the patient has no account. */
    public static Case leftAlone(Case current) {
        return after(withoutAccount(current), new RevokeConsent(CONSENT, COORDINATOR, true, NOW));
    }

    /** One case in each state, in the order in which a case meets them. */
    public static Map<String, Case> everyState() {
        var all = new LinkedHashMap<String, Case>();
        all.put("draft", aDraft());
        all.put("draft (complete)", aCompleteDraft());
        all.put("submitted", aSubmittedCase());
        all.put("in-triage (records unknown)", aCaseInTriage());
        all.put("in-triage (records missing)", after(aCaseInTriage(), recordsMissing()));
        all.put("in-triage (records complete)", after(aCaseInTriage(), recordsComplete()));
        all.put("in-triage (price on request)", aCaseOfAPriceOnRequest());
        all.put("in-triage (price quoted)", aQuotedCase());
        all.put("awaiting-records", aCaseAwaitingRecords());
        all.put("ready", aReadyCase());
        all.put("ready (offered)", anOfferedCase());
        all.put("in-triage (review ended)", aCaseWhoseReviewStaffEnded());
        all.put("in-review", aCaseInReview());
        all.put("in-review (in quality review)", aCaseInQualityReview());
        all.put("awaiting-answer", aCaseAwaitingAnAnswer());
        all.put("delivered", aDeliveredCase());
        all.put("delivered (being amended)", aCaseBeingAmended());
        all.put("follow-up", aCaseInFollowUp());
        all.put("ready (patient without account)", withoutAccount(aReadyCase()));
        all.put("draft (nobody left)", leftAlone(aCompleteDraft()));
        all.put("ready (nobody left)", leftAlone(aReadyCase()));
        all.put("in-review (nobody left)", leftAlone(aCaseInReview()));
        all.put("closed", aDeliveredCase().with(new CaseState.Closed("answered")));
        all.put("declined", aReadyCase().with(new CaseState.Declined("outside-our-fields")));
        all.put("redirected", aReadyCase().with(new CaseState.Redirected("medically-unstable")));
        all.put("withdrawn", aReadyCase().with(new CaseState.Withdrawn("other")));
        all.put("expired", aDraft().with(new CaseState.Expired()));
        return all;
    }
}
