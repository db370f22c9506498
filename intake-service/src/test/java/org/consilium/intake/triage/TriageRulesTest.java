package org.consilium.intake.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.intake.cases.CaseFixtures.aCaseAwaitingRecords;
import static org.consilium.intake.cases.CaseFixtures.aCaseInReview;
import static org.consilium.intake.cases.CaseFixtures.aReadyCase;
import static org.consilium.intake.cases.CaseFixtures.anOfferedCase;
import static org.consilium.intake.cases.CaseFixtures.triage;
import static org.consilium.intake.cases.CaseFixtures.triageIn;
import static org.consilium.intake.cases.CaseFixtures.triageSetRight;

import java.util.List;
import java.util.stream.Stream;
import org.consilium.contracts.IntakeEvent;
import org.consilium.contracts.IntakeEvent.CaseTriaged;
import org.consilium.intake.cases.Case;
import org.consilium.intake.cases.CaseCommand;
import org.consilium.intake.cases.CaseFixtures;
import org.consilium.intake.cases.CaseLifecycle;
import org.consilium.intake.cases.CaseState.Ready;
import org.consilium.intake.cases.Decision.Moved;
import org.consilium.intake.cases.Decision.Refused;
import org.consilium.intake.cases.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What triage found, set right before somebody has accepted. */
class TriageRulesTest {

    static Stream<Case> beforeSomebodyAccepted() {
        return Stream.of(aCaseAwaitingRecords(), aReadyCase(), anOfferedCase());
    }

    @ParameterizedTest
    @MethodSource("beforeSomebodyAccepted")
    void it_stays_where_it_is_and_is_told_as_a_correction(Case at) {
        var moved = moved(at, triageSetRight());

        assertThat(moved.to().state().code()).isEqualTo(at.state().code());
        assertThat(moved.because())
                .singleElement()
                .isInstanceOfSatisfying(
                        CaseTriaged.class,
                        told -> {
                            assertThat(told.corrects()).isTrue();
                            assertThat(told.specialty()).isEqualTo("394579002");
                        });
    }

    @ParameterizedTest
    @MethodSource("beforeSomebodyAccepted")
    void what_is_the_same_is_known_already_and_asks_nobody_anew(Case at) {
        assertThat(refused(at, triage())).isEqualTo(Refusal.ALREADY_KNOWN);
    }

    @ParameterizedTest
    @MethodSource("beforeSomebodyAccepted")
    void a_country_of_no_programme_is_refused_as_before(Case at) {
        assertThat(refused(at, triageIn("FR"))).isEqualTo(Refusal.NOT_OF_THIS_PROGRAMME);
    }

    @Test
    void open_offers_stand_until_review_has_said_which_of_them_fit_no_more() {
        var corrected = (Ready) moved(anOfferedCase(), triageSetRight()).to().state();

        assertThat(corrected.offers()).containsExactly(CaseFixtures.OFFER);
    }

    @Test
    void whoever_has_accepted_goes_on_with_what_they_accepted() {
        assertThat(refused(aCaseInReview(), triageSetRight()))
                .isEqualTo(Refusal.NOT_ALLOWED_IN_THIS_STATE);
    }

    @Test
    void the_first_one_corrects_nothing() {
        List<IntakeEvent> told = moved(CaseFixtures.aCaseInTriage(), triage()).because();

        assertThat(((CaseTriaged) told.getFirst()).corrects()).isNull();
    }

    private static Moved moved(Case at, CaseCommand command) {
        return (Moved) CaseLifecycle.decide(at, command);
    }

    private static Refusal refused(Case at, CaseCommand command) {
        return ((Refused) CaseLifecycle.decide(at, command)).reason();
    }
}
