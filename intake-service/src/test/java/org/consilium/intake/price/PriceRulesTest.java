package org.consilium.intake.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.intake.cases.CaseFixtures.CASE;
import static org.consilium.intake.cases.CaseFixtures.COORDINATOR;
import static org.consilium.intake.cases.CaseFixtures.DAUGHTER;
import static org.consilium.intake.cases.CaseFixtures.NOW;
import static org.consilium.intake.cases.CaseFixtures.ON_REQUEST;
import static org.consilium.intake.cases.CaseFixtures.QUOTE;
import static org.consilium.intake.cases.CaseFixtures.QUOTED;
import static org.consilium.intake.cases.CaseFixtures.aCaseOfAPriceOnRequest;
import static org.consilium.intake.cases.CaseFixtures.aCompleteDraft;
import static org.consilium.intake.cases.CaseFixtures.aQuotedCase;
import static org.consilium.intake.cases.CaseFixtures.aSubmittedCase;
import static org.consilium.intake.cases.CaseFixtures.after;
import static org.consilium.intake.cases.CaseFixtures.submissionOf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.consilium.contracts.IntakeEvent.PriceAgreed;
import org.consilium.contracts.IntakeEvent.PriceQuoted;
import org.consilium.intake.cases.Case;
import org.consilium.intake.cases.CaseCommand;
import org.consilium.intake.cases.CaseCommand.AgreeToPrice;
import org.consilium.intake.cases.CaseCommand.QuotePrice;
import org.consilium.intake.cases.CaseFixtures;
import org.consilium.intake.cases.CaseLifecycle;
import org.consilium.intake.cases.Decision.Fault;
import org.consilium.intake.cases.Decision.Moved;
import org.consilium.intake.cases.Decision.Refused;
import org.consilium.intake.cases.Refusal;
import org.consilium.intake.cases.Turn;
import org.consilium.intake.programme.Programme;
import org.consilium.intake.programme.ProgrammeFile;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceRulesTest {

    private static final UUID LATER = new UUID(7, 11);

    @Nested
    class A_price_that_the_programme_names {

        @Test
        void is_agreed_to_with_the_submission_and_told_as_a_fact_of_its_own() {
            var moved = moved(aCompleteDraft(), CaseFixtures.submission());

            assertThat(moved.because())
                    .endsWith(new PriceAgreed(CASE, DAUGHTER, 4000, "GBP", null));
            assertThat(PriceView.of(moved.to()).standing()).isEqualTo("agreed");
        }

        @ParameterizedTest
        @CsvSource({"3999, GBP, false", "4000, USD, false", "4000, GBP, true"})
        void is_agreed_to_by_nobody_who_saw_another(long minor, String currency, boolean request) {
            var shown = new ShownPrice(new Money(minor, currency), request);

            assertThat(refused(aCompleteDraft(), submissionOf(shown, NOW)))
                    .isEqualTo(
                            new Refused(
                                    Refusal.PRICE_NOT_AS_SHOWN,
                                    List.of(new Fault("price", "as-shown", "40.00 GBP"))));
        }

        @Test
        void is_agreed_to_by_nobody_who_saw_none() {
            assertThat(refused(aCompleteDraft(), submissionOf(null, NOW)).reason())
                    .isEqualTo(Refusal.PRICE_NOT_AS_SHOWN);
            assertThat(refused(aCompleteDraft(), submissionOf(ON_REQUEST, NOW)).reason())
                    .isEqualTo(Refusal.PRICE_NOT_AS_SHOWN);
        }

        @Test
        void stays_for_this_case_when_it_is_not_what_the_service_costs_any_more() {
            var dearer = ofADearerProgramme(aSubmittedCase());

            assertThat(Money.of(PriceRules.listed(dearer, false)).amountMinor()).isEqualTo(5500);
            assertThat(PriceView.of(dearer).amountMinor()).isEqualTo(4000);
            assertThat(refused(started(dearer), quote(QUOTE, QUOTED)).reason())
                    .isEqualTo(Refusal.PRICE_ALREADY_AGREED);
        }

        private Case started(Case submitted) {
            return after(submitted, new CaseCommand.StartTriage(COORDINATOR));
        }

        /** The same case, read where the file of its programme says another price. */
        private Case ofADearerProgramme(Case current) {
            return new Case(
                    current.id(),
                    current.reference(),
                    dearer(),
                    current.service(),
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
    }

    private static Programme dearer() {
        var file = "family-abroad-1.yaml";
        try (var stream = Programme.class.getResourceAsStream("/programmes/" + file)) {
            var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return ProgrammeFile.read(file, text.replace("amount: 40.00", "amount: 55.00"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Nested
    class A_price_on_request {

        @Test
        void holds_the_case_in_triage_until_it_is_agreed() {
            assertThat(refused(aCaseOfAPriceOnRequest(), CaseFixtures.triage()).reason())
                    .isEqualTo(Refusal.PRICE_NOT_AGREED);
            assertThat(refused(aQuotedCase(), CaseFixtures.triage()).reason())
                    .isEqualTo(Refusal.PRICE_NOT_AGREED);
            assertThat(after(agreed(), CaseFixtures.triage()).state().code())
                    .isEqualTo("awaiting-records");
        }

        @Test
        void is_quoted_by_the_coordinator_and_then_the_family_has_the_turn() {
            var quoted = moved(aCaseOfAPriceOnRequest(), quote(QUOTE, QUOTED));

            assertThat(quoted.because())
                    .containsExactly(new PriceQuoted(CASE, QUOTE, COORDINATOR, 18_000, "GBP"));
            assertThat(Turn.of(aCaseOfAPriceOnRequest())).isEqualTo(Turn.COORDINATOR);
            assertThat(Turn.of(quoted.to())).isEqualTo(Turn.PATIENT);
            assertThat(Turn.of(agreed())).isEqualTo(Turn.COORDINATOR);
        }

        @Test
        void is_agreed_to_as_it_was_quoted_last_and_stays_so() {
            var less = new Money(15_000, "GBP");
            var again = after(aQuotedCase(), quote(LATER, less));

            assertThat(refused(again, agreement(QUOTED)).reason())
                    .isEqualTo(Refusal.PRICE_NOT_AS_SHOWN);
            var moved = moved(again, agreement(less));
            assertThat(moved.because())
                    .containsExactly(new PriceAgreed(CASE, DAUGHTER, 15_000, "GBP", LATER));
            assertThat(refused(moved.to(), agreement(less)).reason())
                    .isEqualTo(Refusal.PRICE_ALREADY_AGREED);
            assertThat(refused(moved.to(), quote(QUOTE, QUOTED)).reason())
                    .isEqualTo(Refusal.PRICE_ALREADY_AGREED);
        }

        @Test
        void cannot_be_agreed_to_before_there_is_a_quote() {
            assertThat(refused(aCaseOfAPriceOnRequest(), agreement(QUOTED)).reason())
                    .isEqualTo(Refusal.PRICE_NOT_QUOTED);
        }

        @ParameterizedTest
        @CsvSource({"EUR, currency, GBP", "ZZZ, currency, GBP"})
        void is_quoted_in_the_currency_of_the_service(String currency, String field, String words) {
            var refused = refused(aCaseOfAPriceOnRequest(), quote(QUOTE, new Money(1, currency)));

            assertThat(refused.reason()).isEqualTo(Refusal.NOT_OF_THIS_PROGRAMME);
            assertThat(refused.faults())
                    .containsExactly(new Fault(field, "known-to-programme", words));
        }

        private Case agreed() {
            return after(aQuotedCase(), agreement(QUOTED));
        }
    }

    private static QuotePrice quote(UUID id, Money money) {
        return new QuotePrice(id, COORDINATOR, money, NOW);
    }

    private static AgreeToPrice agreement(Money money) {
        return new AgreeToPrice(DAUGHTER, money, NOW);
    }

    private static Moved moved(Case at, CaseCommand command) {
        return (Moved) CaseLifecycle.decide(at, command);
    }

    private static Refused refused(Case at, CaseCommand command) {
        return (Refused) CaseLifecycle.decide(at, command);
    }
}
