package org.consilium.intake.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.consilium.contracts.IntakeEvent.PATIENT_DIED;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.contracts.CaseEvent;
import org.consilium.contracts.ContractSamples;
import org.consilium.contracts.DocumentsEvent.DocumentAccepted;
import org.consilium.contracts.EventTypes;
import org.consilium.contracts.IntakeEvent.CaseClosed;
import org.consilium.contracts.IntakeEvent.CaseReady;
import org.consilium.contracts.IntakeEvent.CaseTriaged;
import org.consilium.contracts.IntakeEvent.GlassBreakReviewed;
import org.consilium.contracts.IntakeEvent.TriageStarted;
import org.consilium.contracts.IntakeEvent.Urgency;
import org.consilium.contracts.ReviewEvent.Addressee;
import org.consilium.contracts.ReviewEvent.AssignmentOverridden;
import org.consilium.contracts.ReviewEvent.AssignmentOverrideDeclined;
import org.consilium.contracts.ReviewEvent.AssignmentOverrideProposed;
import org.consilium.contracts.ReviewEvent.InformationRequested;
import org.consilium.intake.cases.Turn;
import org.consilium.intake.timeline.TimelineFold.Fact;
import org.consilium.intake.timeline.TimelineFold.Line;
import org.consilium.intake.turns.TurnHeld;
import org.consilium.intake.words.Texts;
import org.consilium.kit.events.EventJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimelineFoldTest {

    private static final UUID CASE = new UUID(7, 1);
    private static final Instant NINE = Instant.parse("2026-11-21T09:00:00Z");

    private final List<TurnHeld> turns =
            List.of(
                    new TurnHeld(NINE.minusSeconds(60), Turn.COORDINATOR, true),
                    new TurnHeld(NINE.plusSeconds(2), Turn.REVIEWER, true),
                    new TurnHeld(NINE.plusSeconds(3), Turn.RECORD_HOLDER, true));

    private final List<Fact> facts =
            List.of(
                    new Fact(NINE, "intake", 1, started()),
                    new Fact(NINE.plusSeconds(1), "documents", 1, accepted(3)),
                    new Fact(NINE.plusSeconds(2), "intake", 2, new CaseReady(CASE)),
                    new Fact(
                            NINE.plusSeconds(3),
                            "review",
                            1,
                            new InformationRequested(
                                    CASE,
                                    new UUID(7, 4),
                                    new UUID(7, 5),
                                    Addressee.FIRST_TEAM,
                                    NINE)));

    @Test
    void events_of_all_services_are_told_in_order_of_time_whatever_order_they_came_in() {
        var inOrder = TimelineFold.lines(facts, turns);
        var shuffled = new ArrayList<>(facts);
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(TimelineFold.lines(shuffled, turns)).as("seed " + seed).isEqualTo(inOrder);
        }
        assertThat(inOrder)
                .extracting(Line::code)
                .containsExactly(
                        "triage-started",
                        "document-accepted",
                        "case-ready",
                        "information-requested");
    }

    @Test
    void each_line_says_whose_turn_it_was_from_then_on() {
        assertThat(TimelineFold.lines(facts, turns))
                .extracting(Line::turn)
                .containsExactly(
                        Turn.COORDINATOR, Turn.COORDINATOR, Turn.REVIEWER, Turn.RECORD_HOLDER);
    }

    @Test
    void one_source_s_order_stands_when_the_clocks_of_its_replicas_differ() {
        var behind =
                List.of(
                        new Fact(NINE, "documents", 1, accepted(1)),
                        new Fact(NINE.plusSeconds(9), "intake", 1, started()),
                        new Fact(NINE.plusSeconds(4), "documents", 2, accepted(2)),
                        new Fact(NINE.plusSeconds(8), "intake", 2, new CaseReady(CASE)));

        assertThat(TimelineFold.lines(behind, turns))
                .extracting(Line::source, Line::place, Line::at)
                .containsExactly(
                        tuple("documents", 1L, NINE),
                        tuple("documents", 2L, NINE.plusSeconds(4)),
                        tuple("intake", 1L, NINE.plusSeconds(9)),
                        tuple("intake", 2L, NINE.plusSeconds(9)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ur", "zh"})
    void every_line_there_can_be_has_its_words_and_no_words_are_left_over(String language) {
        var texts = new Texts("timeline");
        Set<String> codes =
                Stream.concat(
                                EventTypes.all().stream().map(TimelineFoldTest::sample),
                                Stream.of(
                                        triageSetRight(),
                                        new CaseClosed(CASE, PATIENT_DIED),
                                        reviewed("justified"),
                                        reviewed("not-justified")))
                        .map(Telling::of)
                        .flatMap(Optional::stream)
                        .map(Telling::code)
                        .collect(Collectors.toSet());

        assertThat(texts.codes(language)).isEqualTo(codes);
        assertThat(codes).allSatisfy(code -> assertThat(texts.text(code, language)).isNotBlank());
    }

    @Test
    void what_one_clinical_lead_would_like_is_no_line_until_a_second_one_agrees() {
        assertThat(Telling.of(sample(AssignmentOverrideProposed.class))).isEmpty();
        assertThat(Telling.of(sample(AssignmentOverrideDeclined.class))).isEmpty();
        assertThat(Telling.of(sample(AssignmentOverridden.class)).map(Telling::code))
                .contains("assignment-overridden");
    }

    private static TriageStarted started() {
        return new TriageStarted(CASE, new UUID(7, 2));
    }

    private static DocumentAccepted accepted(long document) {
        return new DocumentAccepted(CASE, new UUID(7, document), "11502-2", "a/b", null, false);
    }

    private static GlassBreakReviewed reviewed(String outcome) {
        return new GlassBreakReviewed(
                CASE, new UUID(7, 6), new UUID(7, 7), new UUID(7, 8), outcome);
    }

    private static CaseTriaged triageSetRight() {
        return new CaseTriaged(
                CASE,
                new UUID(7, 2),
                "394579002",
                Urgency.ROUTINE,
                "PK",
                Set.of("en"),
                null,
                Set.of(),
                true);
    }

    private static CaseEvent sample(Class<? extends CaseEvent> type) {
        return EventJson.read(ContractSamples.read(EventTypes.nameOf(type)), type);
    }
}
