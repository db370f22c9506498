package org.consilium.notification.preferences;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** Once a day, at a full hour of the person's own clock, what may wait comes in one mail. */
public record Digest(int hour) {

    /**
     * The next one after the moment. On the day on which the hour comes twice, the first counts.
     */
    public Instant next(Instant after, ZoneId zone) {
        var today = after.atZone(zone).toLocalDate();
        var todays = on(today, zone);
        return todays.isAfter(after) ? todays : on(today.plusDays(1), zone);
    }

    private Instant on(LocalDate day, ZoneId zone) {
        return WallClock.first(day.atTime(LocalTime.of(hour, 0)), zone);
    }
}
