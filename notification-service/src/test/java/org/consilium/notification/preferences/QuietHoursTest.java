package org.consilium.notification.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * In London clocks go forward on 29 March 2026 (01:00 becomes 02:00) and back on 25 October (02:00
 * becomes 01:00). Samoa left out 30 December 2011.
 */
class QuietHoursTest {

    @ParameterizedTest(name = "{0} to {1} in {2}: {3} may go out at {4}")
    @CsvSource({
        "22:00, 07:00, Asia/Karachi,  2026-11-21T16:59:00Z, 2026-11-21T16:59:00Z",
        "22:00, 07:00, Asia/Karachi,  2026-11-21T17:00:00Z, 2026-11-22T02:00:00Z",
        "22:00, 07:00, Asia/Karachi,  2026-11-22T01:59:59Z, 2026-11-22T02:00:00Z",
        "22:00, 07:00, Asia/Karachi,  2026-11-22T02:00:00Z, 2026-11-22T02:00:00Z",
        "13:00, 15:00, Europe/London, 2026-11-21T13:30:00Z, 2026-11-21T15:00:00Z",
        "22:00, 00:00, Europe/London, 2026-11-21T23:30:00Z, 2026-11-22T00:00:00Z",
        // The night of the change is an hour shorter, or longer.
        "22:00, 07:00, Europe/London, 2026-03-28T23:00:00Z, 2026-03-29T06:00:00Z",
        "22:00, 07:00, Europe/London, 2026-10-24T22:00:00Z, 2026-10-25T07:00:00Z",
        // The end is left out: over with the change itself.
        "22:00, 01:30, Europe/London, 2026-03-28T23:00:00Z, 2026-03-29T01:00:00Z",
        // The end comes twice: the first counts, but never one that has passed.
        "22:00, 01:30, Europe/London, 2026-10-24T22:00:00Z, 2026-10-25T00:30:00Z",
        "22:00, 01:30, Europe/London, 2026-10-25T01:15:00Z, 2026-10-25T01:30:00Z",
        // The beginning comes twice.
        "01:30, 07:00, Europe/London, 2026-10-25T00:45:00Z, 2026-10-25T07:00:00Z",
        "01:30, 07:00, Europe/London, 2026-10-25T01:15:00Z, 2026-10-25T01:15:00Z",
        // The day of the end was left out.
        "22:00, 07:00, Pacific/Apia,  2011-12-30T09:00:00Z, 2011-12-30T17:00:00Z",
    })
    void end_when_the_persons_own_clock_says_so(
            LocalTime from, LocalTime to, ZoneId zone, Instant at, Instant free) {
        assertThat(new QuietHours(from, to).whenOver(at, zone)).isEqualTo(free);
    }

    /** Whatever the zone and the year: never earlier, never quiet, never more than a day off. */
    @Test
    void let_a_message_out_when_it_is_not_quiet_and_soon() {
        var seed = Long.getLong("seed", 20_261_121L);
        var random = new Random(seed);
        var zones = List.copyOf(ZoneId.getAvailableZoneIds());
        for (int i = 0; i < 20_000; i++) {
            var zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
            var at = Instant.ofEpochSecond(random.nextLong(0, 2_000_000_000));
            var from = random.nextInt(24 * 60);
            var length = 1 + random.nextInt(24 * 60 - 1);
            var quiet = new QuietHours(clock(from), clock(from + length));

            var free = quiet.whenOver(at, zone);

            assertThat(quiet.covers(free, zone)).as("seed %d: %s %s", seed, zone, at).isFalse();
            assertThat(Duration.between(at, free))
                    .as("seed %d: %s %s", seed, zone, at)
                    .isBetween(Duration.ZERO, Duration.ofHours(49));
            assertThat(free.equals(at)).isEqualTo(!quiet.covers(at, zone));
        }
    }

    private static LocalTime clock(int minutes) {
        return LocalTime.ofSecondOfDay(minutes % (24 * 60) * 60L);
    }
}
