package org.consilium.intake.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.intake.cases.CaseFixtures.CONSENT;
import static org.consilium.intake.cases.CaseFixtures.CONSENT_UNTIL;
import static org.consilium.intake.cases.CaseFixtures.COORDINATOR;
import static org.consilium.intake.cases.CaseFixtures.NOW;
import static org.consilium.intake.cases.CaseFixtures.aCaseInReview;
import static org.consilium.intake.cases.CaseFixtures.aCompleteDraft;
import static org.consilium.intake.cases.CaseFixtures.aDraft;
import static org.consilium.intake.cases.CaseFixtures.aReadyCase;
import static org.consilium.intake.cases.CaseFixtures.leftAlone;
import static org.consilium.intake.cases.CaseFixtures.withoutAccount;

import java.util.List;
import java.util.stream.Stream;
import org.consilium.contracts.IntakeEvent;
import org.consilium.contracts.IntakeEvent.CaseClosed;
import org.consilium.contracts.IntakeEvent.LastParticipantRemoved;
import org.consilium.intake.cases.CaseCommand.CloseCase;
import org.consilium.intake.cases.CaseCommand.ExpireConsent;
import org.consilium.intake.cases.CaseCommand.RevokeConsent;
import org.consilium.intake.cases.Decision.Moved;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The patient has no account, and the consent of whoever asked for them is over. */
class LeftAloneTest {

    private static final RevokeConsent REVOKED = new RevokeConsent(CONSENT, COORDINATOR, true, NOW);

    static Stream<Case> beforeTheOpinion() {
        return Stream.of(
                aCompleteDraft(),
                CaseFixtures.aSubmittedCase(),
                CaseFixtures.aCaseInTriage(),
                CaseFixtures.aCaseAwaitingRecords(),
                aReadyCase(),
                aCaseInReview(),
                CaseFixtures.aCaseAwaitingAnAnswer());
    }

    @ParameterizedTest
    @MethodSource("beforeTheOpinion")
    void the_coordinator_has_the_turn_and_closes_it_with_a_code(Case at) {
        var alone = leftAlone(at);

        assertThat(Turn.of(alone)).isEqualTo(Turn.COORDINATOR);
        assertThat(told(alone, new CloseCase("consent-ended")))
                .containsExactly(new CaseClosed(at.id(), "consent-ended"));
        assertThat(refused(alone, new CloseCase("no-such-code")))
                .isEqualTo(Refusal.NOT_OF_THIS_PROGRAMME);
    }

    @ParameterizedTest
    @MethodSource("beforeTheOpinion")
    void nobody_closes_it_as_long_as_somebody_is_there(Case at) {
        assertThat(refused(at, new CloseCase("consent-ended")))
                .isEqualTo(Refusal.PATIENT_SIDE_STILL_THERE);
        assertThat(refused(withoutAccount(at), new CloseCase("consent-ended")))
                .isEqualTo(Refusal.PATIENT_SIDE_STILL_THERE);
    }

    @Test
    void the_end_of_the_last_consent_is_told_however_it_came() {
        var current = withoutAccount(aCaseInReview());
        var last = new LastParticipantRemoved(current.id());

        assertThat(told(current, REVOKED)).endsWith(last);
        assertThat(told(current, new ExpireConsent(CONSENT, CONSENT_UNTIL))).endsWith(last);
    }

    @Test
    void a_patient_with_an_account_is_never_left_out() {
        assertThat(told(aCaseInReview(), REVOKED))
                .doesNotHaveAnyElementsOfTypes(LastParticipantRemoved.class);
    }

    @Test
    void a_draft_before_its_first_consent_is_not_alone() {
        assertThat(withoutAccount(aDraft()).isLeftAlone()).isFalse();
    }

    @Test
    void an_end_is_told_once() {
        var closed = withoutAccount(aReadyCase()).with(new CaseState.Closed("answered"));

        assertThat(told(closed, REVOKED))
                .doesNotHaveAnyElementsOfTypes(LastParticipantRemoved.class);
    }

    private static Refusal refused(Case at, CaseCommand command) {
        return ((Decision.Refused) CaseLifecycle.decide(at, command)).reason();
    }

    private static List<IntakeEvent> told(Case at, CaseCommand command) {
        return ((Moved) CaseLifecycle.decide(at, command)).because();
    }
}
