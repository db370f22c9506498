package org.consilium.intake.followon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.contracts.IntakeEvent.PATIENT_DIED;
import static org.consilium.intake.cases.CaseFixtures.CASE;
import static org.consilium.intake.cases.CaseFixtures.DAUGHTER;
import static org.consilium.intake.cases.CaseFixtures.FAMILY_ABROAD;
import static org.consilium.intake.cases.CaseFixtures.FOLLOW_ON;
import static org.consilium.intake.cases.CaseFixtures.NOW;
import static org.consilium.intake.cases.CaseFixtures.PATIENT;
import static org.consilium.intake.cases.CaseFixtures.TODAY;
import static org.consilium.intake.cases.CaseFixtures.aDeliveredCase;
import static org.consilium.intake.cases.CaseFixtures.after;
import static org.consilium.intake.cases.CaseFixtures.followOn;

import java.time.LocalDate;
import java.util.Set;
import org.consilium.contracts.IntakeEvent.CaseOpened;
import org.consilium.contracts.IntakeEvent.FollowOnOpened;
import org.consilium.contracts.IntakeEvent.ParticipantAdmitted;
import org.consilium.contracts.Relation;
import org.consilium.intake.cases.Case;
import org.consilium.intake.cases.CaseCommand.CloseCase;
import org.consilium.intake.cases.CaseCommand.OpenFollowOn;
import org.consilium.intake.cases.CaseFixtures;
import org.consilium.intake.cases.CaseLifecycle;
import org.consilium.intake.cases.CaseState;
import org.consilium.intake.cases.Decision.Moved;
import org.consilium.intake.cases.Decision.Refused;
import org.consilium.intake.cases.Refusal;
import org.consilium.intake.price.CasePrice;
import org.junit.jupiter.api.Test;

class FollowOnRulesTest {

    @Test
    void the_earlier_case_knows_where_it_led_and_the_new_one_whence_it_came() {
        var led = (Moved) CaseLifecycle.decide(aDeliveredCase(), followOn());
        var opened = opened(led.to());

        assertThat(led.because())
                .containsExactly(new FollowOnOpened(CASE, FOLLOW_ON, DAUGHTER, "hospital-liaison"));
        assertThat(led.to().links().later()).containsExactly(FOLLOW_ON);
        assertThat(opened.to().links().earlier()).isEqualTo(CASE);
        assertThat(opened.because())
                .filteredOn(CaseOpened.class::isInstance)
                .extracting(event -> ((CaseOpened) event).followsOn())
                .containsExactly(CASE);
    }

    @Test
    void what_stays_true_goes_along() {
        var earlier = aDeliveredCase();
        var next = opened(earlier).to();

        assertThat(next.patient()).isEqualTo(earlier.patient());
        assertThat(next.language()).isEqualTo(earlier.language());
        assertThat(next.content().reasons()).isEqualTo(earlier.content().reasons());
        assertThat(next.content().clinicalArea()).isEqualTo("oncology");
        assertThat(next.content().summary().timeline()).isEqualTo("since March");
        assertThat(next.content().firstOpinion()).isEqualTo(earlier.content().firstOpinion());
        assertThat(next.content().gate()).isEqualTo(earlier.content().gate());
    }

    @Test
    void what_was_answered_or_agreed_to_is_asked_anew() {
        var next = opened(aDeliveredCase()).to();

        assertThat(next.consents()).isEmpty();
        assertThat(next.state()).isEqualTo(new CaseState.Draft(Set.of()));
        assertThat(next.price()).isEqualTo(CasePrice.NONE);
        assertThat(next.content().questions()).isEmpty();
        assertThat(next.content().summary().goal()).isNull();
        assertThat(next.content().revision()).isZero();
    }

    @Test
    void nobody_is_let_in_but_whoever_opens_it_and_the_patient() {
        assertThat(opened(aDeliveredCase()).because())
                .filteredOn(ParticipantAdmitted.class::isInstance)
                .extracting(event -> ((ParticipantAdmitted) event).person())
                .containsExactly(DAUGHTER, PATIENT);
    }

    @Test
    void a_treatment_that_is_over_is_not_planned_any_more() {
        assertThat(carriedDate(TODAY.minusDays(1))).isNull();
        assertThat(carriedDate(TODAY.plusDays(30))).isEqualTo(TODAY.plusDays(30));
    }

    @Test
    void it_begins_after_the_opinion_or_the_closing_and_for_another_service() {
        var closed = after(aDeliveredCase(), new CloseCase("answered"));
        assertThat(CaseLifecycle.decide(closed, followOn())).isInstanceOf(Moved.class);
        assertThat(refused(CaseFixtures.aCaseInReview(), "hospital-liaison"))
                .isEqualTo(Refusal.NOT_ALLOWED_IN_THIS_STATE);
        assertThat(refused(aDeliveredCase(), "second-opinion"))
                .isEqualTo(Refusal.NOT_OF_THIS_PROGRAMME);
    }

    @Test
    void nothing_is_begun_for_whoever_has_died() {
        var answered = after(aDeliveredCase(), new CloseCase("answered"));

        assertThat(
                        refused(
                                after(aDeliveredCase(), new CloseCase(PATIENT_DIED)),
                                "hospital-liaison"))
                .isEqualTo(Refusal.PATIENT_HAS_DIED);
        assertThat(refused(after(answered, new CloseCase(PATIENT_DIED)), "hospital-liaison"))
                .isEqualTo(Refusal.PATIENT_HAS_DIED);
    }

    private static LocalDate carriedDate(LocalDate planned) {
        var earlier = aDeliveredCase().with(CaseFixtures.content(planned));
        return FollowOnRules.carried(earlier, FAMILY_ABROAD, TODAY).treatmentDate();
    }

    private static Refusal refused(Case at, String service) {
        var command = new OpenFollowOn(FOLLOW_ON, DAUGHTER, service);
        return ((Refused) CaseLifecycle.decide(at, command)).reason();
    }

    private static Moved opened(Case earlier) {
        var opening =
                FollowOnRules.opening(
                        earlier,
                        followOn(),
                        FAMILY_ABROAD,
                        "C-9XZ2-AA",
                        Relation.REPRESENTATIVE,
                        NOW);
        return (Moved) CaseLifecycle.open(opening);
    }
}
