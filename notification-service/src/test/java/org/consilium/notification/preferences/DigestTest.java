package org.consilium.notification.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestTest {

    @ParameterizedTest(name = "at {0} in {1}: after {2} comes {3}")
    @CsvSource({
        "8, Asia/Karachi,  2026-11-21T02:59:59Z, 2026-11-21T03:00:00Z",
        "8, Asia/Karachi,  2026-11-21T03:00:00Z, 2026-11-22T03:00:00Z",
        "0, Europe/London, 2026-11-21T12:00:00Z, 2026-11-22T00:00:00Z",
        "8, Europe/London, 2026-03-28T12:00:00Z, 2026-03-29T07:00:00Z",
        "8, Europe/London, 2026-10-24T12:00:00Z, 2026-10-25T08:00:00Z",
        // One o'clock is left out: it comes with the change.
        "1, Europe/London, 2026-03-28T12:00:00Z, 2026-03-29T01:00:00Z",
        // One o'clock comes twice: the first counts, and the second brings no other.
        "1, Europe/London, 2026-10-24T12:00:00Z, 2026-10-25T00:00:00Z",
        "1, Europe/London, 2026-10-25T00:00:00Z, 2026-10-26T01:00:00Z",
        "1, Europe/London, 2026-10-25T00:30:00Z, 2026-10-26T01:00:00Z",
    })
    void comes_at_the_hour_of_the_persons_own_clock(
            int hour, ZoneId zone, Instant after, Instant next) {
        assertThat(new Digest(hour).next(after, zone)).isEqualTo(next);
    }

    @Test
    void comes_once_on_every_day_of_the_year() {
        var zone = ZoneId.of("Europe/London");
        for (int hour = 0; hour < 24; hour++) {
            var days = new HashSet<LocalDate>();
            var at = Instant.parse("2025-12-31T23:59:59Z");
            for (int day = 0; day < 365; day++) {
                at = new Digest(hour).next(at, zone);
                days.add(LocalDate.ofInstant(at, zone));
            }
            assertThat(days).hasSize(365).allMatch(day -> day.getYear() == 2026);
        }
    }
}
