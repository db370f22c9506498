package org.consilium.intake.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.contracts.IntakeEvent.PATIENT_DIED;
import static org.consilium.intake.cases.CaseFixtures.CONSENT_UNTIL;
import static org.consilium.intake.cases.CaseFixtures.NOW;
import static org.consilium.intake.cases.CaseFixtures.PATIENT;
import static org.consilium.intake.cases.CaseFixtures.aDeliveredCase;
import static org.consilium.intake.cases.CaseFixtures.after;
import static org.consilium.intake.cases.CaseFixtures.consentFor;
import static org.consilium.intake.cases.CaseFixtures.everyState;
import static org.consilium.intake.cases.CaseFixtures.fromThePatient;
import static org.consilium.intake.cases.CaseFixtures.leftAlone;
import static org.consilium.intake.cases.CaseFixtures.withoutAccount;
import static org.consilium.intake.outcome.SampleOutcomes.answers;
import static org.consilium.intake.outcome.SampleOutcomes.asked;
import static org.consilium.intake.outcome.SampleOutcomes.byTheDaughter;
import static org.consilium.intake.outcome.SampleOutcomes.reported;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.consilium.contracts.IntakeEvent.OutcomeAsked;
import org.consilium.contracts.IntakeEvent.OutcomeReported;
import org.consilium.intake.cases.Case;
import org.consilium.intake.cases.CaseCommand.CloseCase;
import org.consilium.intake.cases.CaseCommand.RecordConsent;
import org.consilium.intake.outcome.Outcome.Reported;
import org.consilium.intake.outcome.OutcomeRules.Decision;
import org.consilium.intake.outcome.OutcomeRules.Decision.Refused;
import org.consilium.intake.outcome.OutcomeRules.Report;
import org.consilium.intake.outcome.OutcomeRules.Standing;
import org.consilium.kit.events.EventJson;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomeRulesTest {

    private static final Path PAGE = Path.of("../docs/lifecycle.md");
    private static final String BEGINNING = "<!-- lifecycle:outcome -->\n";

    @Nested
    class It_is_asked {

        @Test
        void on_two_days_counted_from_the_delivery() {
            assertThat(Stream.of(OutcomeRound.values()).map(round -> round.after(NOW)))
                    .containsExactly(NOW.plus(Duration.ofDays(21)), NOW.plus(Duration.ofDays(90)));
        }

        @Test
        void for_thirty_days() {
            assertThat(asked().because())
                    .isEqualTo(
                            new OutcomeAsked(
                                    aDeliveredCase().id(), 21, NOW.plus(Duration.ofDays(30))));
        }

        @Test
        void where_there_is_an_opinion_whether_or_not_the_case_is_closed() {
            assertThat(everyState().entrySet().stream().filter(at -> isAsked(at.getValue())))
                    .extracting(Map.Entry::getKey)
                    .containsExactly(
                            "delivered", "delivered (being amended)", "follow-up", "closed");
        }
    }

    @Nested
    class Nobody_is_asked {

        @Test
        void after_a_death() {
            var closedFirst = after(aDeliveredCase(), new CloseCase("answered"));

            assertThat(isAsked(after(aDeliveredCase(), new CloseCase(PATIENT_DIED)))).isFalse();
            assertThat(isAsked(closedFirst)).isTrue();
            assertThat(isAsked(after(closedFirst, new CloseCase(PATIENT_DIED)))).isFalse();
        }

        @Test
        void where_nobody_is_there_who_may_answer() {
            assertThat(isAsked(withoutAccount(aDeliveredCase()))).as("the daughter may").isTrue();
            assertThat(isAsked(leftAlone(aDeliveredCase()))).isFalse();
        }
    }

    @Nested
    class An_answer {

        @Test
        void is_kept_with_who_gave_it_and_no_event_tells_it() {
            assertThat(reported().to())
                    .isInstanceOfSatisfying(
                            Reported.class,
                            report -> {
                                assertThat(report.by()).isEqualTo(byTheDaughter().by());
                                assertThat(report.answers()).isEqualTo(answers());
                            });
            assertThat(reported().because())
                    .isEqualTo(new OutcomeReported(aDeliveredCase().id(), 21));
            assertThat(EventJson.write(reported().because()))
                    .isEqualTo("{\"caseId\":\"%s\",\"day\":21}".formatted(aDeliveredCase().id()));
        }

        @Test
        void is_taken_once_from_the_whole_family() {
            var another = new Report(PATIENT, answers(), NOW.plusSeconds(7200));

            assertThat(OutcomeRules.report(aDeliveredCase(), reported().to(), another))
                    .isEqualTo(new Refused(OutcomeRefusal.OUTCOME_ALREADY_REPORTED));
        }

        @Test
        void is_not_taken_before_the_question_nor_after_its_time() {
            var until = asked().to().about().answerableUntil();

            assertThat(OutcomeRules.report(aDeliveredCase(), null, byTheDaughter()))
                    .isEqualTo(new Refused(OutcomeRefusal.OUTCOME_NOT_ASKED));
            assertThat(said(aDeliveredCase(), PATIENT, until.minusNanos(1)))
                    .isInstanceOf(Decision.Moved.class);
            assertThat(said(aDeliveredCase(), PATIENT, until))
                    .isEqualTo(new Refused(OutcomeRefusal.OUTCOME_OVER));
        }

        @Test
        void is_not_taken_after_a_death() {
            var dead = after(aDeliveredCase(), new CloseCase(PATIENT_DIED));

            assertThat(OutcomeRules.report(dead, asked().to(), byTheDaughter()))
                    .isEqualTo(new Refused(OutcomeRefusal.PATIENT_HAS_DIED));
        }

        @Test
        void is_not_taken_from_whoever_was_let_in_only_to_read() {
            var uncle = new UUID(7, 20);
            var consent = consentFor(new UUID(7, 21), uncle, CONSENT_UNTIL, Set.of("read-opinion"));
            var current = after(aDeliveredCase(), new RecordConsent(fromThePatient(consent)));

            assertThat(said(current, uncle, NOW))
                    .isEqualTo(new Refused(OutcomeRefusal.NOT_IN_THE_CONSENT));
        }
    }

    @Test
    void a_round_stands_open_until_it_is_answered_or_its_time_is_over() {
        var until = asked().to().about().answerableUntil();
        var dead = after(aDeliveredCase(), new CloseCase(PATIENT_DIED));

        assertThat(standing(aDeliveredCase(), until.minusNanos(1))).isEqualTo(Standing.OPEN);
        assertThat(standing(aDeliveredCase(), until)).isEqualTo(Standing.OVER);
        assertThat(standing(dead, NOW)).isEqualTo(Standing.OVER);
        assertThat(OutcomeRules.standing(reported().to(), dead, until))
                .isEqualTo(Standing.ANSWERED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ur", "zh"})
    void all_that_is_asked_and_can_be_said_has_its_words_in_each_language(String language) {
        var words =
                Questionnaire.in(language).items().stream()
                        .flatMap(
                                item ->
                                        Stream.concat(
                                                Stream.of(item.text()),
                                                item.values().stream()
                                                        .map(Questionnaire.Sayable::text)))
                        .toList();

        assertThat(words).hasSize(20).noneMatch(text -> text.matches("(item|value)\\..*"));
        assertThat(Questionnaire.WORDS.codes(language)).isEqualTo(Questionnaire.WORDS.codes("en"));
    }

    /** {@code -Dupdate.docs=true} writes the table into the document. */
    @Test
    void the_documented_rounds_are_the_coded_ones() throws IOException {
        var page = Files.readString(PAGE);
        var before = page.substring(0, page.indexOf(BEGINNING) + BEGINNING.length());
        var rest = page.substring(page.indexOf("<!-- /lifecycle:outcome -->"));
        if (Boolean.getBoolean("update.docs")) {
            Files.writeString(PAGE, before + table() + rest);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(before + table() + rest);
    }

    private static String table() {
        var over = asked().to().about().answerableUntil();
        return "| the round is | and | then it is | which is told as |\n| --- | --- | --- | --- |\n"
                + row("not asked", "its day comes", asked())
                + row("not asked", "somebody answers", answered(null, NOW))
                + row("asked", "somebody answers", answered(asked().to(), NOW))
                + row("answered", "somebody answers", answered(reported().to(), NOW))
                + row("over", "somebody answers", answered(asked().to(), over));
    }

    private static Decision answered(Outcome round, Instant at) {
        return OutcomeRules.report(aDeliveredCase(), round, new Report(PATIENT, answers(), at));
    }

    private static String row(String state, String happening, Decision decision) {
        return switch (decision) {
            case Decision.Moved(var to, var because) ->
                    "| %s | %s | %s | %s |\n"
                            .formatted(
                                    state,
                                    happening,
                                    to instanceof Reported ? "answered" : "asked",
                                    because.getClass().getSimpleName());
            case Refused(var reason) ->
                    "| %s | %s | refused: `%s` |  |\n".formatted(state, happening, reason.code());
        };
    }

    private static boolean isAsked(Case at) {
        return OutcomeRules.ask(at, OutcomeRound.DAY_90, NOW).isPresent();
    }

    private static Decision said(Case at, UUID by, Instant when) {
        return OutcomeRules.report(at, asked().to(), new Report(by, answers(), when));
    }

    private static Standing standing(Case at, Instant now) {
        return OutcomeRules.standing(asked().to(), at, now);
    }
}
