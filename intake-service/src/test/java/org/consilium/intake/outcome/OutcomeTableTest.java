package org.consilium.intake.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.consilium.intake.outcome.OutcomeTable.Cell;
import org.consilium.intake.outcome.OutcomeTable.Counted;
import org.consilium.intake.outcome.OutcomeTable.Row;
import org.consilium.kit.statistics.Suppression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomeTableTest {

    @Test
    void shares_are_of_those_who_answered_with_their_interval() {
        var row = row(true, 60, 40, 5, 5, 0);

        assertThat(row.asked()).isEqualTo(60);
        assertThat(row.answered()).isEqualTo(50);
        var better = row.items().getFirst().values().getFirst();
        assertThat(better.cases()).isEqualTo(40);
        assertThat(better.share()).isEqualTo(0.8);
        assertThat(better.interval95().low()).isCloseTo(0.6696, within(0.0001));
        assertThat(row.items())
                .extracting(OutcomeTable.ItemRow::item)
                .containsExactly(Item.values());
    }

    @Test
    void a_small_cell_is_left_out_with_what_would_tell_it() {
        assertThat(cells(row(true, 60, 40, 9, 4, 1))).containsExactly(40, 9, null, null);
        assertThat(cells(row(true, 60, 40, 9, 4, 0))).containsExactly(40, null, null, null);
        assertThat(cells(row(true, 60, 4, 40, 9, 9))).containsExactly(null, null, null, null);
        assertThat(cells(row(true, 60, 20, 10, 8, 6))).containsExactly(20, 10, 8, 6);
    }

    @Test
    void of_few_nothing_is_shown() {
        assertThat(row(true, 6, 4, 0, 0, 0))
                .isEqualTo(new Row("family-abroad", "second-opinion", 21, 6, null, List.of()));
        assertThat(row(true, 4, 4, 0, 0, 0).asked()).isNull();
    }

    /** Staff see on the timeline when somebody answered. */
    @Test
    void as_long_as_answers_may_come_none_are_shown() {
        assertThat(row(false, 60, 40, 5, 5, 0))
                .isEqualTo(new Row("family-abroad", "second-opinion", 21, 60, 50, List.of()));
    }

    @Test
    void a_year_is_complete_once_its_last_round_is_over() {
        var then = Instant.parse("2027-01-31T00:00:00Z");

        assertThat(OutcomeCounts.isComplete(2026, then.minusNanos(1))).isFalse();
        assertThat(OutcomeCounts.isComplete(2026, then)).isTrue();
    }

    @Test
    void rounds_and_services_are_not_added_up() {
        var counted = new ArrayList<>(counted(21, 60, 40, 5, 5, 0));
        counted.addAll(counted(90, 30, 10, 5, 5, 5));

        assertThat(OutcomeTable.of(2026, true, "en", counted).rows())
                .extracting(Row::day, Row::answered)
                .containsExactly(tuple(21, 50), tuple(90, 25));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ur", "zh"})
    void the_definitions_say_what_is_computed(String language) {
        var said = OutcomeTable.of(2026, true, language, List.of()).definitions();

        assertThat(said.values()).noneMatch(text -> text.startsWith("definition."));
        assertThat(said.get("left-out")).contains(String.valueOf(Suppression.SMALLEST_SHOWN));
        assertThat(said.get("answered"))
                .contains(String.valueOf(OutcomeRules.ANSWERABLE_FOR.toDays()));
        for (var round : OutcomeRound.values()) {
            assertThat(said.get("asked")).contains(String.valueOf(round.day()));
        }
    }

    private static List<Integer> cells(Row row) {
        return row.items().getFirst().values().stream().map(Cell::cases).toList();
    }

    private static Row row(boolean complete, int asked, int... cases) {
        return OutcomeTable.of(2026, complete, "en", counted(21, asked, cases)).rows().getFirst();
    }

    /** Each item answered alike, value by value. */
    private static List<Counted> counted(int day, int asked, int... cases) {
        var counted = new ArrayList<Counted>();
        counted.add(counted(day, OutcomeTable.ASKED, OutcomeTable.ASKED, asked));
        for (var item : Item.values()) {
            for (int i = 0; i < cases.length; i++) {
                counted.add(counted(day, item.code(), item.sayable().get(i), cases[i]));
            }
        }
        return counted;
    }

    private static Counted counted(int day, String item, String value, int cases) {
        return new Counted("family-abroad", "second-opinion", day, item, value, cases);
    }
}
