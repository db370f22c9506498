package org.consilium.intake.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.consilium.intake.cases.Turn;
import org.consilium.intake.timeline.TimelineFold.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClocksTest {

    private static final Instant START = Instant.parse("2026-11-21T09:00:00Z");
    private static final ZoneId LAHORE = ZoneId.of("Asia/Karachi");

    /** Each line is hour, code and turn; hours of the patient's clock, ours, family, records. */
    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0 case-opened patient, 5 consent-granted patient                                     |  9 |  - |  - | - | - | -
                    0 case-submitted coordinator                                                        |  7 |  7 |  7 | 0 | 0 | coordinator
                    2 case-submitted coordinator, 5 case-held-for-records record-holder                 | 15 | 13 |  3 | 0 | 10 | record-holder
                    0 case-submitted coordinator, 4 offer-accepted reviewer, 9 information-requested patient | 12 | 12 |  9 | 3 | 0 | patient
                    0 case-submitted coordinator, 9 information-requested patient, 20 information-given reviewer, 30 opinion-signed quality | 34 | 34 | 23 | 11 | 0 | quality
                    0 case-submitted coordinator, 4 offer-accepted reviewer, 9 opinion-released patient | 90 |  9 |  9 | 0 | 0 | nobody
                    0 case-submitted coordinator, 4 offer-accepted reviewer, 9 opinion-released patient, 20 follow-up-asked reviewer | 90 |  9 |  9 | 0 | 0 | nobody
                    0 case-submitted coordinator, 6 case-withdrawn nobody                               | 90 |  6 |  6 | 0 | 0 | nobody
                    3 case-submitted coordinator, 2 document-accepted coordinator, 8 triage-started coordinator | 9 | 6 | 6 | 0 | 0 | coordinator
                    """)
    void both_run_as_the_timeline_says(
            String timeline,
            int now,
            String waited,
            String worked,
            String family,
            String records,
            String holder) {
        var clocks = Clocks.of(lines(timeline), at(now));

        assertThat(hours(clocks.map(Clocks::waited))).isEqualTo(waited);
        assertThat(hours(clocks.map(Clocks::worked))).isEqualTo(worked);
        assertThat(hours(clocks.map(known -> known.waitedFor(Turn.PATIENT)))).isEqualTo(family);
        assertThat(hours(clocks.map(known -> known.waitedFor(Turn.RECORD_HOLDER))))
                .isEqualTo(records);
        assertThat(clocks.map(known -> known.holder().code()).orElse("-")).isEqualTo(holder);
    }

    @Test
    void the_holder_s_turn_begins_when_it_became_theirs_and_not_at_each_line() {
        var clocks =
                Clocks.of(
                                lines("0 case-submitted coordinator, 3 triage-started coordinator"),
                                at(10))
                        .orElseThrow();

        assertThat(clocks.since()).isEqualTo(START);
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
        return Clocks.of(lines("0 case-submitted coordinator"), at(now)).orElseThrow();
    }

    private static List<Line> lines(String timeline) {
        return Stream.of(timeline.split(", ", -1))
                .map(String::strip)
                .map(ClocksTest::line)
                .toList();
    }

    private static Line line(String written) {
        var parts = written.split(" ", -1);
        var turn = Turn.valueOf(parts[2].toUpperCase(Locale.ROOT).replace('-', '_'));
        return new Line(at(Integer.parseInt(parts[0])), "intake", 1, parts[1], turn, null, null);
    }

    private static Instant at(int hour) {
        return START.plus(Duration.ofHours(hour));
    }

    private static String hours(Optional<Duration> time) {
        return time.map(known -> "" + known.toHours()).orElse("-");
    }
}
