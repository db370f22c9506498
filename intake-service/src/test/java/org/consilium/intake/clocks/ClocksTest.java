package org.consilium.intake.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.consilium.intake.cases.Turn;
import org.consilium.intake.turns.TurnHeld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClocksTest {

    private static final Instant START = Instant.parse("2026-11-21T09:00:00Z");
    private static final ZoneId LAHORE = ZoneId.of("Asia/Karachi");

    /**
     * Each change is hour and turn, in brackets while no opinion is awaited; hours of the patient's
     * clock, ours, family, records.
     */
    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0 (patient)                                                     |  9 |  - |  - | - | - | -
                    0 (patient), 0 coordinator                                      |  7 |  7 |  7 | 0 | 0 | coordinator
                    0 (patient), 2 coordinator, 5 record-holder                     | 15 | 13 |  3 | 0 | 10 | record-holder
                    0 coordinator, 4 reviewer, 9 patient                            | 12 | 12 |  9 | 3 | 0 | patient
                    0 coordinator, 9 patient, 20 reviewer, 30 quality               | 34 | 34 | 23 | 11 | 0 | quality
                    0 coordinator, 4 reviewer, 9 (patient)                          | 90 |  9 |  9 | 0 | 0 | nobody
                    0 coordinator, 4 patient, 9 (patient)                           | 90 |  9 |  4 | 5 | 0 | nobody
                    0 coordinator, 4 reviewer, 9 (patient), 20 (reviewer)           | 90 |  9 |  9 | 0 | 0 | nobody
                    0 coordinator, 6 (nobody)                                       | 90 |  6 |  6 | 0 | 0 | nobody
                    3 coordinator, 3 reviewer, 8 coordinator                        |  9 |  6 |  6 | 0 | 0 | coordinator
                    """)
    void both_are_summed_from_the_changes_of_turn(
            String changes,
            int now,
            String waited,
            String worked,
            String family,
            String records,
            String holder) {
        var clocks = Clocks.of(turns(changes), at(now));

        assertThat(hours(clocks.map(Clocks::waited))).isEqualTo(waited);
        assertThat(hours(clocks.map(Clocks::worked))).isEqualTo(worked);
        assertThat(hours(clocks.map(known -> known.waitedFor(Turn.PATIENT)))).isEqualTo(family);
        assertThat(hours(clocks.map(known -> known.waitedFor(Turn.RECORD_HOLDER))))
                .isEqualTo(records);
        assertThat(clocks.map(known -> known.holder().code()).orElse("-")).isEqualTo(holder);
    }

    @Test
    void the_holder_s_turn_began_with_the_last_change() {
        var clocks = Clocks.of(turns("0 coordinator, 3 reviewer"), at(10)).orElseThrow();

        assertThat(clocks.since()).isEqualTo(at(3));
    }

    @Test
    void what_half_and_eight_of_ten_waited_is_what_the_family_may_expect() {
        var figures = new Figures("p", "s", 40, 72L, 120L, 50L, 80L);
        var clocks = running(24);

        assertThat(figures.likelyBy(clocks, LAHORE)).isEqualTo(LocalDate.of(2026, 11, 24));
        assertThat(figures.probablyBy(clocks, LAHORE)).isEqualTo(LocalDate.of(2026, 11, 26));
        assertThat(figures.likelyBy(running(100), LAHORE)).as("it has passed").isNull();
    }

    @Test
    void four_opinions_are_too_few_to_say() {
        var figures = new Figures("p", "s", 4, 72L, 120L, 50L, 80L).withoutFew();

        assertThat(figures).isEqualTo(new Figures("p", "s", 4, null, null, null, null));
        assertThat(figures.likelyBy(running(1), LAHORE)).isNull();
    }

    private static Clocks running(int now) {
        return Clocks.of(turns("0 coordinator"), at(now)).orElseThrow();
    }

    private static List<TurnHeld> turns(String changes) {
        return Stream.of(changes.split(", ", -1))
                .map(String::strip)
                .map(ClocksTest::change)
                .toList();
    }

    private static TurnHeld change(String written) {
        var parts = written.split(" ", -1);
        var awaited = !parts[1].startsWith("(");
        var turn = awaited ? parts[1] : parts[1].substring(1, parts[1].length() - 1);
        var since = at(Integer.parseInt(parts[0]));
        return new TurnHeld(since, Turn.ofCode(turn).orElseThrow(), awaited);
    }

    private static Instant at(int hour) {
        return START.plus(Duration.ofHours(hour));
    }

    private static String hours(Optional<Duration> time) {
        return time.map(known -> "" + known.toHours()).orElse("-");
    }
}
