package org.consilium.notification.preferences;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** When a clock on the wall shows a time, also on the days on which it is put forward or back. */
final class WallClock {

    private WallClock() {}

    /**
     * The first moment, not before {@code earliest}, at which the clock shows {@code time}. A time
     * that is left out when clocks go forward is over at the moment of the change; one that comes
     * twice counts the second time only when the first has passed.
     */
    static Instant firstNotBefore(LocalDateTime time, ZoneId zone, Instant earliest) {
        var rules = zone.getRules();
        return rules.getValidOffsets(time).stream()
                .map(time::toInstant)
                .filter(at -> !at.isBefore(earliest))
                .findFirst()
                .orElseGet(() -> rules.getTransition(time).getInstant());
    }

    /** The first time on its day that the clock shows it; the change itself when it is left out. */
    static Instant first(LocalDateTime time, ZoneId zone) {
        return firstNotBefore(time, zone, Instant.MIN);
    }
}
