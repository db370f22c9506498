package org.consilium.intake.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.intake.cases.CaseFixtures.CASE;
import static org.consilium.intake.cases.CaseFixtures.COORDINATOR;
import static org.consilium.intake.cases.CaseFixtures.DAUGHTER;
import static org.consilium.intake.cases.CaseFixtures.NOW;
import static org.consilium.intake.cases.CaseFixtures.REVIEWER;
import static org.consilium.intake.cases.CaseFixtures.aCaseWhoseReviewStaffEnded;
import static org.consilium.intake.cases.CaseFixtures.after;

import java.util.stream.Stream;
import org.consilium.contracts.IntakeEvent.CaseClosed;
import org.consilium.intake.cases.CaseCommand.CloseCase;
import org.consilium.intake.cases.CaseCommand.DeclineCase;
import org.consilium.intake.cases.CaseCommand.HearOfferAccepted;
import org.consilium.intake.cases.CaseCommand.HearOffered;
import org.consilium.intake.cases.CaseCommand.HearReviewEnded;
import org.consilium.intake.cases.CaseCommand.JudgeDelay;
import org.consilium.intake.cases.CaseCommand.RedirectCase;
import org.consilium.intake.cases.CaseCommand.StartTriage;
import org.consilium.intake.cases.CaseCommand.WithdrawCase;
import org.consilium.intake.cases.Decision.Moved;
import org.consilium.intake.cases.Decision.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Staff ended the review before there was an opinion. */
class ReviewEndedTest {

    private static final HearReviewEnded ENDED =
            new HearReviewEnded("patient-not-reachable", CaseFixtures.LEAD);

    static Stream<Case> searchedForOrRead() {
        return Stream.of(
                CaseFixtures.aReadyCase(),
                CaseFixtures.anOfferedCase(),
                CaseFixtures.aCaseInReview(),
                CaseFixtures.aCaseAwaitingAnAnswer());
    }

    @ParameterizedTest
    @MethodSource("searchedForOrRead")
    void the_case_is_back_with_the_coordinator_however_far_it_was(Case at) {
        var back = after(at, ENDED);

        assertThat(back.state().code()).isEqualTo("in-triage");
        assertThat(Turn.of(back)).isEqualTo(Turn.COORDINATOR);
    }

    @Test
    void staff_close_decline_or_redirect_it_and_the_family_may_withdraw() {
        assertThat(endedBy(new CloseCase("opened-twice"))).isEqualTo("closed");
        assertThat(endedBy(new DeclineCase(COORDINATOR, "outside-our-fields")))
                .isEqualTo("declined");
        assertThat(endedBy(new RedirectCase(COORDINATOR, "medically-unstable")))
                .isEqualTo("redirected");
        assertThat(endedBy(new WithdrawCase(DAUGHTER, "other"))).isEqualTo("withdrawn");
    }

    @Test
    void it_is_closed_with_a_code_of_the_programme_and_told() {
        var moved =
                (Moved)
                        CaseLifecycle.decide(
                                aCaseWhoseReviewStaffEnded(), new CloseCase("no-reply"));

        assertThat(moved.because()).containsExactly(new CaseClosed(CASE, "no-reply"));
        assertThat(refused(new CloseCase("no-such-code"))).isEqualTo(Refusal.NOT_OF_THIS_PROGRAMME);
    }

    @Test
    void no_other_review_begins() {
        assertThat(refused(new HearOffered(CaseFixtures.OFFER)))
                .isEqualTo(Refusal.NOT_ALLOWED_IN_THIS_STATE);
        assertThat(refused(new HearOfferAccepted(REVIEWER, NOW)))
                .isEqualTo(Refusal.NOT_ALLOWED_IN_THIS_STATE);
        assertThat(refused(new StartTriage(COORDINATOR)))
                .isEqualTo(Refusal.NOT_ALLOWED_IN_THIS_STATE);
        assertThat(refused(CaseFixtures.triage())).isEqualTo(Refusal.NOT_ALLOWED_IN_THIS_STATE);
    }

    @Test
    void no_opinion_is_promised_any_more() {
        assertThat(aCaseWhoseReviewStaffEnded().state().submission()).isNull();
        assertThat(refused(new JudgeDelay(NOW))).isEqualTo(Refusal.NOT_ALLOWED_IN_THIS_STATE);
    }

    @Test
    void what_the_patient_holds_is_not_taken_back() {
        assertThat(CaseLifecycle.decide(CaseFixtures.aDeliveredCase(), ENDED))
                .isInstanceOf(Refused.class);
    }

    private static String endedBy(CaseCommand command) {
        return after(aCaseWhoseReviewStaffEnded(), command).state().code();
    }

    private static Refusal refused(CaseCommand command) {
        var decision = CaseLifecycle.decide(aCaseWhoseReviewStaffEnded(), command);
        return ((Refused) decision).reason();
    }
}
