package org.consilium.intake.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.intake.cases.CaseFixtures.CASE;
import static org.consilium.intake.cases.CaseFixtures.CONSENT;
import static org.consilium.intake.cases.CaseFixtures.COORDINATOR;
import static org.consilium.intake.cases.CaseFixtures.DAUGHTER;
import static org.consilium.intake.cases.CaseFixtures.LISTED;
import static org.consilium.intake.cases.CaseFixtures.NOW;
import static org.consilium.intake.cases.CaseFixtures.PATIENT;
import static org.consilium.intake.cases.CaseFixtures.QUESTION;
import static org.consilium.intake.cases.CaseFixtures.REVIEWER;
import static org.consilium.intake.cases.CaseFixtures.TODAY;
import static org.consilium.intake.cases.CaseFixtures.after;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.consilium.contracts.ChecklistItem;
import org.consilium.contracts.ChecklistItem.Level;
import org.consilium.contracts.IntakeEvent.CaseHeldForRecords;
import org.consilium.contracts.IntakeEvent.CaseReady;
import org.consilium.contracts.IntakeEvent.CaseSubmitted;
import org.consilium.contracts.IntakeEvent.CaseTriaged;
import org.consilium.contracts.IntakeEvent.ConsentExpired;
import org.consilium.contracts.IntakeEvent.ConsentRevoked;
import org.consilium.contracts.IntakeEvent.ParticipantAdmitted;
import org.consilium.contracts.IntakeEvent.ParticipantRemoved;
import org.consilium.contracts.Relation;
import org.consilium.contracts.ReviewEvent.Addressee;
import org.consilium.intake.cases.CaseCommand.AcknowledgeBoundaries;
import org.consilium.intake.cases.CaseCommand.CloseCase;
import org.consilium.intake.cases.CaseCommand.DeclineCase;
import org.consilium.intake.cases.CaseCommand.EditDraft;
import org.consilium.intake.cases.CaseCommand.EndFollowUp;
import org.consilium.intake.cases.CaseCommand.ExpireConsent;
import org.consilium.intake.cases.CaseCommand.HearAmendmentBegun;
import org.consilium.intake.cases.CaseCommand.HearAmendmentEnded;
import org.consilium.intake.cases.CaseCommand.HearFollowUpAnswered;
import org.consilium.intake.cases.CaseCommand.HearInformationGiven;
import org.consilium.intake.cases.CaseCommand.HearInformationRequested;
import org.consilium.intake.cases.CaseCommand.HearOfferAccepted;
import org.consilium.intake.cases.CaseCommand.HearReadingCommitted;
import org.consilium.intake.cases.CaseCommand.RecordConsent;
import org.consilium.intake.cases.CaseCommand.RevokeConsent;
import org.consilium.intake.cases.CaseCommand.SubmitCase;
import org.consilium.intake.cases.CaseCommand.WithdrawCase;
import org.consilium.intake.cases.CaseState.InReview;
import org.consilium.intake.cases.Decision.Fault;
import org.consilium.intake.cases.Decision.Moved;
import org.consilium.intake.cases.Decision.Refused;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseLifecycleTest {

    @Test
    void the_documented_machine_is_the_coded_one() {
        if (Boolean.getBoolean("update.docs")) {
            LifecycleTable.rewriteDocs();
        }
        assertThat(LifecycleTable.ofTheDocs()).isEqualTo(LifecycleTable.ofTheCode());
    }

    @Test
    void the_table_tries_every_command_in_every_state() {
        assertThat(LifecycleTable.commandTypes()).isEqualTo(leaves(CaseCommand.class));
        var states = new HashSet<Class<?>>();
        CaseFixtures.everyState().values().forEach(at -> states.add(at.state().getClass()));
        assertThat(states).isEqualTo(leaves(CaseState.class));
    }

    @Nested
    class Opening {

        @Test
        void admits_the_requester_and_a_patient_with_an_account() {
            var moved = (Moved) CaseLifecycle.open(opening(Relation.REPRESENTATIVE, "PK"));

            assertThat(moved.because())
                    .filteredOn(ParticipantAdmitted.class::isInstance)
                    .extracting(event -> ((ParticipantAdmitted) event).person())
                    .containsExactly(DAUGHTER, PATIENT);
        }

        @Test
        void is_refused_where_the_programme_does_not_serve() {
            assertThat(refused(CaseLifecycle.open(opening(Relation.REPRESENTATIVE, "FR"))))
                    .isEqualTo(Refusal.NOT_OF_THIS_PROGRAMME);
        }

        @Test
        void is_refused_in_a_relation_that_may_not_request() {
            assertThat(refused(CaseLifecycle.open(opening(Relation.CONTRIBUTOR, "PK"))))
                    .isEqualTo(Refusal.REQUESTER_NOT_SERVED);
        }

        private OpenCase opening(Relation relation, String country) {
            return CaseFixtures.opening(relation, country);
        }
    }

    @Nested
    class A_draft {

        @Test
        void changes_only_for_who_saw_its_last_revision() {
            var edited = after(CaseFixtures.aDraft(), edit(0));

            assertThat(edited.content().revision()).isEqualTo(1);
            assertThat(refused(edited, edit(0))).isEqualTo(Refusal.DRAFT_WAS_CHANGED);
        }

        @Test
        void takes_only_codes_of_its_programme() {
            var content =
                    new Content(
                            0,
                            Set.of("curiosity"),
                            "astrology",
                            Content.Summary.EMPTY,
                            Content.FirstOpinion.EMPTY,
                            null,
                            List.of(
                                    new Content.Question(QUESTION, "?", "why"),
                                    new Content.Question(QUESTION, "?", null)),
                            Map.of("tooth", Content.GateAnswer.NONE));

            assertThat(faults(CaseFixtures.aDraft(), new EditDraft(content, 0)))
                    .extracting(Fault::field)
                    .containsExactly(
                            "reasons",
                            "clinicalArea",
                            "questions[0].bankCode",
                            "questions[1].id",
                            "gate");
        }

        @Test
        void collects_acknowledgements_statement_by_statement() {
            var once =
                    after(
                            CaseFixtures.aDraft(),
                            new AcknowledgeBoundaries(Set.of("no-guarantee")),
                            new AcknowledgeBoundaries(Set.of("records-decide")));

            assertThat(((CaseState.Draft) once.state()).acknowledged())
                    .containsExactlyInAnyOrder("no-guarantee", "records-decide");
            assertThat(refused(once, new AcknowledgeBoundaries(Set.of("whatever"))))
                    .isEqualTo(Refusal.NOT_OF_THIS_PROGRAMME);
        }

        private EditDraft edit(int revision) {
            return new EditDraft(CaseFixtures.content(null), revision);
        }
    }

    @Nested
    class A_submission {

        @Test
        void names_everything_that_is_missing_at_once() {
            assertThat(faults(CaseFixtures.aDraft(), CaseFixtures.submission()))
                    .extracting(Fault::field)
                    .containsExactly(
                            "consents",
                            "reasons",
                            "clinicalArea",
                            "questions",
                            "acknowledgements",
                            "acknowledgements",
                            "acknowledgements",
                            "acknowledgements");
        }

        @Test
        void by_the_patient_needs_no_consent() {
            var byPatient =
                    new SubmitCase(PATIENT, Relation.PATIENT, false, false, false, LISTED, NOW);
            var draft =
                    after(
                            CaseFixtures.aDraft(),
                            new EditDraft(CaseFixtures.content(null), 0),
                            new AcknowledgeBoundaries(CaseFixtures.boundaries()));

            assertThat(CaseLifecycle.decide(draft, byPatient)).isInstanceOf(Moved.class);
            assertThat(faults(draft, CaseFixtures.submission()))
                    .extracting(Fault::field)
                    .containsExactly("consents");
        }

        @Test
        void by_somebody_else_than_the_consent_names_is_refused() {
            var stranger =
                    new SubmitCase(
                            REVIEWER, Relation.REPRESENTATIVE, false, false, false, LISTED, NOW);

            assertThat(refused(CaseFixtures.aCompleteDraft(), stranger))
                    .isEqualTo(Refusal.SUBMISSION_INCOMPLETE);
        }

        @Test
        void under_a_consent_that_has_ended_is_refused() {
            var draft =
                    after(
                            CaseFixtures.aDraft(),
                            new EditDraft(CaseFixtures.content(null), 0),
                            new RecordConsent(CaseFixtures.consentFor(CONSENT, DAUGHTER, NOW)),
                            new AcknowledgeBoundaries(CaseFixtures.boundaries()));

            assertThat(refused(draft, CaseFixtures.submission()))
                    .isEqualTo(Refusal.SUBMISSION_INCOMPLETE);
        }

        @Test
        void carries_the_resolved_checklist_and_form_as_codes() {
            var moved = moved(CaseFixtures.aCompleteDraft(), CaseFixtures.submission());
            var event = (CaseSubmitted) moved.because().getFirst();

            assertThat(event.opinionExpectedBy()).isEqualTo(TODAY.plusDays(7));
            assertThat(event.opinionForm().sections()).contains("diagnosis-correct", "operation");
            assertThat(item(event, "histopathology").blocksQuestions()).containsExactly(QUESTION);
            assertThat(item(event, "histopathology").level()).isEqualTo(Level.ESSENTIAL);
            assertThat(item(event, "operation-notes").level()).isEqualTo(Level.CONDITIONAL);
        }

        @ParameterizedTest(name = "treatment in {0} days, expedited {1}, acknowledged {2}: {3}")
        @CsvSource({
            "10, false, false, accepted",
            "9, false, false, DELAY_NOT_ACKNOWLEDGED",
            "9, false, true, accepted",
            "7, false, true, EXPEDITED_NEEDED",
            "4, false, true, EXPEDITED_NEEDED",
            "4, true, false, DELAY_NOT_ACKNOWLEDGED",
            "4, true, true, accepted",
            "3, false, true, TOO_LATE_FOR_TURNAROUND",
            "3, true, true, TOO_LATE_FOR_TURNAROUND",
            "-1, true, true, TOO_LATE_FOR_TURNAROUND"
        })
        void is_never_silently_accepted_when_the_opinion_would_be_late(
                int days, boolean expedited, boolean acknowledged, String outcome) {
            var draft = CaseFixtures.aCompleteDraft();
            var dated = after(draft, new EditDraft(CaseFixtures.content(TODAY.plusDays(days)), 1));
            var command =
                    new SubmitCase(
                            DAUGHTER,
                            Relation.REPRESENTATIVE,
                            expedited,
                            acknowledged,
                            false,
                            expedited ? CaseFixtures.ON_REQUEST : LISTED,
                            NOW);

            assertThat(outcome(CaseLifecycle.decide(dated, command))).isEqualTo(outcome);
        }

        private String outcome(Decision decision) {
            return switch (decision) {
                case Moved _ -> "accepted";
                case Refused(var reason, var faults) -> {
                    assertThat(faults).extracting(Fault::field).containsExactly("treatmentDate");
                    yield reason.name();
                }
            };
        }

        private ChecklistItem item(CaseSubmitted event, String code) {
            return event.checklist().stream()
                    .filter(item -> item.code().equals(code))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Nested
    class A_consent {

        @Test
        void revoked_ends_the_representatives_part() {
            var moved =
                    moved(
                            CaseFixtures.aSubmittedCase(),
                            new RevokeConsent(CONSENT, PATIENT, true, NOW));

            assertThat(moved.because())
                    .containsExactly(
                            new ConsentRevoked(CASE, CONSENT, DAUGHTER, PATIENT),
                            new ParticipantRemoved(CASE, DAUGHTER, Relation.REPRESENTATIVE));
        }

        @Test
        void revoked_twice_is_no_longer_there() {
            var revoke = new RevokeConsent(CONSENT, PATIENT, true, NOW);
            var revoked = after(CaseFixtures.aSubmittedCase(), revoke);

            assertThat(refused(revoked, revoke)).isEqualTo(Refusal.NO_SUCH_CONSENT);
        }

        @Test
        void is_no_relatives_to_revoke_but_the_one_it_names_and_the_one_who_recorded_it() {
            var brother = new RevokeConsent(CONSENT, REVIEWER, false, NOW);
            var herself = new RevokeConsent(CONSENT, DAUGHTER, false, NOW);

            assertThat(refused(CaseFixtures.aSubmittedCase(), brother))
                    .isEqualTo(Refusal.NO_SUCH_CONSENT);
            assertThat(CaseLifecycle.decide(CaseFixtures.aSubmittedCase(), herself))
                    .isInstanceOf(Moved.class);
        }

        @Test
        void that_stands_beside_the_revoked_one_keeps_the_person_in() {
            var second =
                    CaseFixtures.fromThePatient(
                            CaseFixtures.consentFor(new UUID(7, 90), DAUGHTER, null));
            var both = after(CaseFixtures.aSubmittedCase(), new RecordConsent(second));

            assertThat(moved(both, new RevokeConsent(CONSENT, PATIENT, true, NOW)).because())
                    .containsExactly(
                            new ConsentRevoked(CASE, CONSENT, DAUGHTER, PATIENT),
                            admitted(Set.of("act-for-me", "share-records"), null));
        }

        @Test
        void that_runs_out_ends_like_one_that_is_revoked() {
            var submitted = CaseFixtures.aSubmittedCase();
            var end = new ExpireConsent(CONSENT, CaseFixtures.CONSENT_UNTIL);

            assertThat(moved(submitted, end).because())
                    .containsExactly(
                            new ConsentExpired(CASE, CONSENT, DAUGHTER),
                            new ParticipantRemoved(CASE, DAUGHTER, Relation.REPRESENTATIVE));
            assertThat(refused(moved(submitted, end).to(), end)).isEqualTo(Refusal.NO_SUCH_CONSENT);
            assertThat(
                            refused(
                                    submitted,
                                    new ExpireConsent(
                                            CONSENT, CaseFixtures.CONSENT_UNTIL.minusMillis(1))))
                    .isEqualTo(Refusal.NO_SUCH_CONSENT);
        }

        @Test
        void that_is_shorter_than_one_that_stands_takes_nothing_away() {
            var shorter =
                    CaseFixtures.fromThePatient(
                            CaseFixtures.consentFor(
                                    new UUID(7, 90), DAUGHTER, NOW.plusSeconds(60)));

            assertThat(
                            moved(CaseFixtures.aSubmittedCase(), new RecordConsent(shorter))
                                    .because()
                                    .getLast())
                    .isEqualTo(
                            admitted(
                                    Set.of("act-for-me", "share-records"),
                                    CaseFixtures.CONSENT_UNTIL));
        }

        @Test
        void is_the_patients_to_give() {
            var stranger = CaseFixtures.consentFor(new UUID(7, 90), REVIEWER, null);
            var more = CaseFixtures.consentFor(new UUID(7, 91), DAUGHTER, null);
            var draft = CaseFixtures.aCompleteDraft();

            assertThat(refused(draft, new RecordConsent(stranger)))
                    .isEqualTo(Refusal.CONSENT_IS_THE_PATIENTS);
            assertThat(refused(draft, new RecordConsent(more)))
                    .isEqualTo(Refusal.CONSENT_IS_THE_PATIENTS);
            assertThat(
                            CaseLifecycle.decide(
                                    CaseFixtures.aSubmittedCase(),
                                    new RecordConsent(CaseFixtures.fromThePatient(stranger))))
                    .isInstanceOf(Moved.class);
        }

        private ParticipantAdmitted admitted(Set<String> scopes, Instant until) {
            return new ParticipantAdmitted(
                    CASE, DAUGHTER, Relation.REPRESENTATIVE, scopes, "en", until);
        }

        @Test
        void to_an_outdated_wording_is_refused() {
            var old =
                    new Consent(
                            CONSENT,
                            DAUGHTER,
                            Relation.REPRESENTATIVE,
                            DAUGHTER,
                            "family-abroad-consent",
                            2,
                            "ur",
                            null,
                            Consent.Given.IN_PERSON,
                            Set.of("act-for-me"),
                            NOW,
                            null,
                            null);

            assertThat(refused(CaseFixtures.aDraft(), new RecordConsent(old)))
                    .isEqualTo(Refusal.CONSENT_TEXT_NOT_CURRENT);
        }
    }

    @Nested
    class Triage {

        @Test
        void waits_when_the_records_are_not_assessed_and_tells_nobody_yet() {
            var moved = moved(CaseFixtures.aCaseInTriage(), CaseFixtures.triage());

            assertThat(moved.to().state()).isInstanceOf(CaseState.AwaitingRecords.class);
            assertThat(moved.because()).hasOnlyElementsOfType(CaseTriaged.class);
        }

        @Test
        void finds_what_documents_said_before_it() {
            var early = after(CaseFixtures.aSubmittedCase(), CaseFixtures.recordsComplete());
            var triage = after(early, new CaseCommand.StartTriage(COORDINATOR));

            assertThat(moved(triage, CaseFixtures.triage()).because())
                    .hasAtLeastOneElementOfType(CaseReady.class);
        }

        @Test
        void the_first_word_of_missing_records_is_told_once() {
            var waiting = after(CaseFixtures.aCaseInTriage(), CaseFixtures.triage());
            var first = moved(waiting, CaseFixtures.recordsMissing());

            assertThat(first.because())
                    .containsExactly(new CaseHeldForRecords(CASE, Set.of("blood-tests")));
            assertThat(moved(first.to(), CaseFixtures.recordsMissing()).because()).isEmpty();
        }

        @Test
        void keeps_to_the_programmes_countries() {
            assertThat(refused(CaseFixtures.aCaseInTriage(), CaseFixtures.triageIn("FR")))
                    .isEqualTo(Refusal.NOT_OF_THIS_PROGRAMME);
        }

        @Test
        void declines_with_a_reason_of_the_programme_only() {
            var decline = new DeclineCase(COORDINATOR, "no-mood");

            assertThat(refused(CaseFixtures.aCaseInTriage(), decline))
                    .isEqualTo(Refusal.NOT_OF_THIS_PROGRAMME);
        }
    }

    @Nested
    class Under_review {

        @Test
        void the_first_opinion_shows_once_the_own_reading_is_committed() {
            var before = (InReview) CaseFixtures.aCaseInReview().state();
            var committed = after(CaseFixtures.aCaseInReview(), new HearReadingCommitted());

            assertThat(before.reading().firstOpinionShown()).isFalse();
            assertThat(((InReview) committed.state()).reading().firstOpinionShown()).isTrue();
        }

        @Test
        void the_case_waits_until_every_question_has_its_answer() {
            var second = new UUID(8, 8);
            var two =
                    after(
                            CaseFixtures.aCaseAwaitingAnAnswer(),
                            new HearInformationRequested(second, Addressee.FIRST_TEAM));
            assertThat(Turn.of(two)).isEqualTo(Turn.PATIENT);

            var one = after(two, new HearInformationGiven(CaseFixtures.BACK_QUESTION));
            assertThat(Turn.of(one)).isEqualTo(Turn.RECORD_HOLDER);

            assertThat(after(one, new HearInformationGiven(second)).state())
                    .isInstanceOf(InReview.class);
        }

        @Test
        void an_acceptance_for_a_withdrawn_case_changes_nothing() {
            var withdrawn = after(CaseFixtures.aReadyCase(), new WithdrawCase(DAUGHTER, "other"));

            assertThat(refused(withdrawn, new HearOfferAccepted(REVIEWER, NOW)))
                    .isEqualTo(Refusal.NOT_ALLOWED_IN_THIS_STATE);
        }

        @Test
        void withdrawal_is_possible_until_delivery_and_not_after() {
            var withdraw = new WithdrawCase(DAUGHTER, "decided-already");

            assertThat(moved(CaseFixtures.aCaseAwaitingAnAnswer(), withdraw).to().state().code())
                    .isEqualTo("withdrawn");
            assertThat(refused(CaseFixtures.aDeliveredCase(), withdraw))
                    .isEqualTo(Refusal.NOT_ALLOWED_IN_THIS_STATE);
        }
    }

    @Nested
    class After_the_opinion {

        @Test
        void an_open_question_keeps_the_case_open_past_its_window() {
            assertThat(refused(CaseFixtures.aCaseInFollowUp(), new EndFollowUp()))
                    .isEqualTo(Refusal.FOLLOW_UP_OPEN);
            assertThat(refused(CaseFixtures.aCaseInFollowUp(), new CloseCase("answered")))
                    .isEqualTo(Refusal.FOLLOW_UP_OPEN);
        }

        @Test
        void its_answer_closes_the_case_when_the_window_is_over() {
            assertThat(answeredAt(CaseFixtures.FOLLOW_UP_UNTIL)).isEqualTo("closed");
            assertThat(answeredAt(NOW)).isEqualTo("delivered");
        }

        @Test
        void a_later_version_on_its_way_keeps_the_case_open_past_the_window() {
            var amended = CaseFixtures.aCaseBeingAmended();
            assertThat(refused(amended, new EndFollowUp())).isEqualTo(Refusal.REVIEWER_AT_WORK);
            assertThat(refused(amended, new CloseCase("answered")))
                    .isEqualTo(Refusal.REVIEWER_AT_WORK);
            assertThat(after(amended, new CloseCase("patient-died")).state().code())
                    .isEqualTo("closed");
        }

        @Test
        void its_end_closes_the_case_when_the_window_is_over() {
            var amended = CaseFixtures.aCaseBeingAmended();
            var ended = new HearAmendmentEnded(CaseFixtures.FOLLOW_UP_UNTIL);
            assertThat(after(amended, ended).state().code()).isEqualTo("closed");
            assertThat(after(amended, new HearAmendmentEnded(NOW)))
                    .isEqualTo(CaseFixtures.aDeliveredCase());
        }

        @Test
        void neither_an_answer_nor_the_end_of_the_amendment_closes_while_the_other_is_open() {
            var both = after(CaseFixtures.aCaseInFollowUp(), new HearAmendmentBegun());
            var late = CaseFixtures.FOLLOW_UP_UNTIL;
            var answered = after(both, new HearFollowUpAnswered(CaseFixtures.FOLLOW_UP, late));
            assertThat(answered.state().code()).isEqualTo("delivered");
            assertThat(after(answered, new HearAmendmentEnded(late)).state().code())
                    .isEqualTo("closed");
            assertThat(after(both, new HearAmendmentEnded(late)).state().code())
                    .isEqualTo("follow-up");
        }

        private String answeredAt(Instant at) {
            return after(
                            CaseFixtures.aCaseInFollowUp(),
                            new HearFollowUpAnswered(CaseFixtures.FOLLOW_UP, at))
                    .state()
                    .code();
        }
    }

    private static Moved moved(Case at, CaseCommand command) {
        return (Moved) CaseLifecycle.decide(at, command);
    }

    private static Refusal refused(Case at, CaseCommand command) {
        return refused(CaseLifecycle.decide(at, command));
    }

    private static Refusal refused(Decision decision) {
        return ((Refused) decision).reason();
    }

    private static List<Fault> faults(Case at, CaseCommand command) {
        return ((Refused) CaseLifecycle.decide(at, command)).faults();
    }

    private static Set<Class<?>> leaves(Class<?> sealed) {
        var leaves = new HashSet<Class<?>>();
        Stream.of(sealed.getPermittedSubclasses())
                .forEach(
                        type -> {
                            if (type.isSealed()) {
                                leaves.addAll(leaves(type));
                            } else {
                                leaves.add(type);
                            }
                        });
        return leaves;
    }
}
