package org.consilium.intake.endings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.contracts.IntakeEvent.PATIENT_DIED;
import static org.consilium.intake.cases.CaseFixtures.CASE;
import static org.consilium.intake.cases.CaseFixtures.DAUGHTER;
import static org.consilium.intake.cases.CaseFixtures.aCaseWhoseReviewStaffEnded;
import static org.consilium.intake.cases.CaseFixtures.aDeliveredCase;
import static org.consilium.intake.cases.CaseFixtures.aReadyCase;
import static org.consilium.intake.cases.CaseFixtures.after;
import static org.consilium.intake.cases.CaseFixtures.leftAlone;

import java.util.stream.Stream;
import org.consilium.contracts.IntakeEvent.CaseClosed;
import org.consilium.contracts.IntakeEvent.DeathRecorded;
import org.consilium.intake.cases.Case;
import org.consilium.intake.cases.CaseCommand.CloseCase;
import org.consilium.intake.cases.CaseCommand.WithdrawCase;
import org.consilium.intake.cases.CaseFixtures;
import org.consilium.intake.cases.CaseLifecycle;
import org.consilium.intake.cases.CaseState.Ended;
import org.consilium.intake.cases.Decision;
import org.consilium.intake.cases.Decision.Moved;
import org.consilium.intake.cases.Decision.Refused;
import org.consilium.intake.cases.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With which reason a case is closed depends on whether there is an opinion. */
class EndingRulesTest {

    static Stream<Case> withoutAnOpinion() {
        return Stream.of(aCaseWhoseReviewStaffEnded(), leftAlone(aReadyCase()));
    }

    static Stream<Case> notEnded() {
        return CaseFixtures.everyState().values().stream()
                .filter(at -> !(at.state() instanceof Ended));
    }

    static Stream<Case> ended() {
        return CaseFixtures.everyState().values().stream()
                .filter(at -> at.state() instanceof Ended);
    }

    @ParameterizedTest
    @MethodSource("withoutAnOpinion")
    void without_an_opinion_nothing_was_answered_and_the_refusal_names_what_is_possible(Case at) {
        var refused = (Refused) closed(at, "answered");

        assertThat(refused.reason()).isEqualTo(Refusal.REASON_NOT_FOR_THIS_STATE);
        assertThat(refused.faults())
                .singleElement()
                .satisfies(
                        fault ->
                                assertThat(fault.message())
                                        .contains("no-reply", "opened-twice", "consent-ended")
                                        .doesNotContain("answered"));
    }

    @ParameterizedTest
    @MethodSource("withoutAnOpinion")
    void any_other_reason_closes_it(Case at) {
        assertThat(((Moved) closed(at, "no-reply")).because())
                .containsExactly(new CaseClosed(CASE, "no-reply"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"answered", "no-reply"})
    void after_the_opinion_every_reason_does(String reason) {
        assertThat(closed(aDeliveredCase(), reason)).isInstanceOf(Moved.class);
    }

    /** Nobody is asked to withdraw, or to wait for an answer. */
    @ParameterizedTest
    @MethodSource("notEnded")
    void after_a_death_a_case_is_closed_wherever_it_is(Case at) {
        assertThat(((Moved) closed(at, PATIENT_DIED)).because())
                .containsExactly(new CaseClosed(CASE, PATIENT_DIED));
    }

    /** They are told nothing they need to answer, and what ended stays ended as it did. */
    @ParameterizedTest
    @MethodSource("ended")
    void a_death_after_the_end_is_recorded_once_and_the_end_stays_as_it_was(Case at) {
        var recorded = (Moved) closed(at, PATIENT_DIED);

        assertThat(recorded.because()).containsExactly(new DeathRecorded(CASE));
        assertThat(recorded.to().state()).isEqualTo(at.state());
        assertThat(recorded.to().isPatientDead()).isTrue();
        assertThat(((Refused) closed(recorded.to(), PATIENT_DIED)).reason())
                .isEqualTo(Refusal.ALREADY_KNOWN);
    }

    @Test
    void a_death_that_ended_the_case_is_not_recorded_again() {
        var died = ((Moved) closed(aDeliveredCase(), PATIENT_DIED)).to();
        assertThat(((Refused) closed(died, PATIENT_DIED)).reason())
                .isEqualTo(Refusal.ALREADY_KNOWN);

        var withdrawn = after(aReadyCase(), new WithdrawCase(DAUGHTER, PATIENT_DIED));
        assertThat(((Refused) closed(withdrawn, PATIENT_DIED)).reason())
                .isEqualTo(Refusal.ALREADY_KNOWN);
    }

    @Test
    void an_ended_case_is_closed_for_no_other_reason() {
        assertThat(ended().map(at -> ((Refused) closed(at, "no-reply")).reason()))
                .containsOnly(Refusal.NOT_ALLOWED_IN_THIS_STATE);
    }

    private static Decision closed(Case at, String reason) {
        return CaseLifecycle.decide(at, new CloseCase(reason));
    }
}
