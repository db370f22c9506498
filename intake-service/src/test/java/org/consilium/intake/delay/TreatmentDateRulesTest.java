package org.consilium.intake.delay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.intake.cases.CaseFixtures.CASE;
import static org.consilium.intake.cases.CaseFixtures.DAUGHTER;
import static org.consilium.intake.cases.CaseFixtures.NOW;
import static org.consilium.intake.cases.CaseFixtures.TODAY;
import static org.consilium.intake.cases.CaseFixtures.after;

import java.time.Duration;
import java.time.LocalDate;
import org.consilium.contracts.IntakeEvent.TimeBecameShort;
import org.consilium.contracts.IntakeEvent.TreatmentDateMoved;
import org.consilium.intake.cases.Case;
import org.consilium.intake.cases.CaseCommand;
import org.consilium.intake.cases.CaseCommand.JudgeDelay;
import org.consilium.intake.cases.CaseCommand.MoveTreatmentDate;
import org.consilium.intake.cases.CaseFixtures;
import org.consilium.intake.cases.CaseLifecycle;
import org.consilium.intake.cases.Decision.Moved;
import org.consilium.intake.cases.Decision.Refused;
import org.consilium.intake.cases.Refusal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The opinion is promised within seven days; a reviewer takes three when it is expedited. */
class TreatmentDateRulesTest {

    private static final LocalDate PROMISED = TODAY.plusDays(7);

    @Nested
    class A_date_that_moves {

        @Test
        void away_from_the_opinion_is_told_and_nothing_is_short() {
            var moved = moved(CaseFixtures.aSubmittedCase(), to(30));

            assertThat(moved.because())
                    .containsExactly(
                            new TreatmentDateMoved(
                                    CASE, DAUGHTER, TODAY.plusDays(30), PROMISED, "in-time"));
            assertThat(moved.to().isShortOfTime()).isFalse();
        }

        @Test
        void before_the_opinion_is_told_as_tightof_time() {
            var moved = moved(CaseFixtures.aReadyCase(), to(6));

            assertThat(moved.because())
                    .containsExactly(
                            new TreatmentDateMoved(
                                    CASE, DAUGHTER, TODAY.plusDays(6), PROMISED, "too-late"),
                            new TimeBecameShort(CASE, TODAY.plusDays(6), PROMISED, "too-late"));
            assertThat(moved.to().isShortOfTime()).isTrue();
        }

        @Test
        void back_takes_the_warning_away() {
            var tight = after(CaseFixtures.aReadyCase(), to(6));
            var moved = moved(tight, new MoveTreatmentDate(DAUGHTER, null, 2, NOW));

            assertThat(moved.to().isShortOfTime()).isFalse();
            assertThat(moved.because()).hasSize(1);
        }

        @Test
        void is_one_edit_at_a_time() {
            var once = after(CaseFixtures.aSubmittedCase(), to(30));

            assertThat(refused(once, to(40))).isEqualTo(Refusal.DRAFT_WAS_CHANGED);
        }

        @Test
        void in_a_draft_or_after_the_opinion_is_not_moved_here() {
            assertThat(refused(CaseFixtures.aDraft(), to(30)))
                    .isEqualTo(Refusal.NOT_ALLOWED_IN_THIS_STATE);
            assertThat(refused(CaseFixtures.aDeliveredCase(), to(30)))
                    .isEqualTo(Refusal.NOT_ALLOWED_IN_THIS_STATE);
        }

        @Test
        void during_a_review_is_held_against_the_day_the_reviewer_agreed_to() {
            var inReview = moved(CaseFixtures.aCaseInReview(), to(1)).to();

            assertThat(inReview.isShortOfTime()).isTrue();
            assertThat(moved(CaseFixtures.aCaseInReview(), to(3)).to().isShortOfTime()).isFalse();
        }
    }

    @Nested
    class A_date_that_stands {

        @Test
        void is_judged_in_a_draft_as_if_it_were_submitted_now() {
            assertThat(TreatmentDateRules.judgement(CaseFixtures.aDraft(), false, NOW)).isNotNull();
        }

        @Test
        void is_not_judged_when_no_opinion_is_to_come() {
            assertThat(TreatmentDateRules.judgement(CaseFixtures.aDeliveredCase(), false, NOW))
                    .isNull();
        }
    }

    @Nested
    class Days_that_pass {

        private final Case waiting = after(CaseFixtures.aCaseAwaitingRecords(), to(12));

        @Test
        void without_records_use_up_the_time() {
            assertThat(refused(waiting, afterDays(2))).isEqualTo(Refusal.ALREADY_KNOWN);

            var third = moved(waiting, afterDays(3));
            assertThat(third.because())
                    .containsExactly(
                            new TimeBecameShort(
                                    CASE, TODAY.plusDays(12), TODAY.plusDays(10), "warn"));
            var fifth = moved(third.to(), afterDays(5));
            assertThat(fifth.because())
                    .containsExactly(
                            new TimeBecameShort(
                                    CASE, TODAY.plusDays(12), TODAY.plusDays(12), "expedite"));
        }

        @Test
        void after_the_records_came_take_the_warning_back_without_a_word() {
            var warned = moved(waiting, afterDays(3)).to();
            var ready = after(warned, CaseFixtures.recordsComplete());
            var judged = moved(ready, afterDays(3));

            assertThat(judged.to().isShortOfTime()).isFalse();
            assertThat(judged.because()).isEmpty();
        }

        @Test
        void beyond_the_promise_move_it_on() {
            var ready = after(CaseFixtures.aReadyCase(), to(12));

            assertThat(refused(ready, afterDays(7))).isEqualTo(Refusal.ALREADY_KNOWN);
            assertThat(moved(ready, afterDays(9)).because())
                    .containsExactly(
                            new TimeBecameShort(
                                    CASE, TODAY.plusDays(12), TODAY.plusDays(10), "warn"));
        }
    }

    private static MoveTreatmentDate to(int days) {
        return new MoveTreatmentDate(DAUGHTER, TODAY.plusDays(days), 1, NOW);
    }

    private static JudgeDelay afterDays(int days) {
        return new JudgeDelay(NOW.plus(Duration.ofDays(days)));
    }

    private static Moved moved(Case current, CaseCommand command) {
        return (Moved) CaseLifecycle.decide(current, command);
    }

    private static Refusal refused(Case current, CaseCommand command) {
        return ((Refused) CaseLifecycle.decide(current, command)).reason();
    }
}
