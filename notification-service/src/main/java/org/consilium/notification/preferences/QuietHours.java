package org.consilium.notification.preferences;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The part of each day in which nothing is sent, on the person's own clock; past midnight when
 * {@code from} is later than {@code to}. The two differ.
 */
public record QuietHours(LocalTime from, LocalTime to) {

    public boolean covers(Instant at, ZoneId zone) {
        var time = at.atZone(zone).toLocalTime();
        return from.isBefore(to)
                ? !time.isBefore(from) && time.isBefore(to)
                : !time.isBefore(from) || time.isBefore(to);
    }

    /** The moment itself when it is not quiet; otherwise the end of the quiet it falls in. */
    public Instant whenOver(Instant at, ZoneId zone) {
        var free = at;
        // Twice only where a whole day was left out, as in Samoa in 2011.
        while (covers(free, zone)) {
            free = end(free, zone);
        }
        return free;
    }

    private Instant end(Instant during, ZoneId zone) {
        var local = during.atZone(zone).toLocalDateTime();
        var date = local.toLocalTime().isBefore(to) ? local.toLocalDate() : nextDay(local);
        return WallClock.firstNotBefore(LocalDateTime.of(date, to), zone, during);
    }

    private static LocalDate nextDay(LocalDateTime local) {
        return local.toLocalDate().plusDays(1);
    }
}
