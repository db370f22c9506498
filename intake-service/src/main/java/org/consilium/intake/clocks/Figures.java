package org.consilium.intake.clocks;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * How long opinions of one service took within the last year: of ten, five took no longer than P50,
 * eight no longer than P80. In hours; left out while there are too few to say.
 *
 * @param opinions how many were released
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Figures(
        String programme,
        String service,
        long opinions,
        Long waitedP50,
        Long waitedP80,
        Long workedP50,
        Long workedP80) {

    /** Of fewer, a figure would be an anecdote, and might be somebody's. */
    static final int FEWEST = 5;

    static Figures none(String programme, String service) {
        return new Figures(programme, service, 0, null, null, null, null);
    }

    Figures withoutFew() {
        return opinions < FEWEST
                ? new Figures(programme, service, opinions, null, null, null, null)
                : this;
    }

    /** The day by which half of the opinions are there; null when that cannot be said. */
    LocalDate likelyBy(Clocks clocks, ZoneId zone) {
        return day(clocks, waitedP50, zone);
    }

    /** The day by which eight of ten are there. */
    LocalDate probablyBy(Clocks clocks, ZoneId zone) {
        return day(clocks, waitedP80, zone);
    }

    /** A day that has passed is no expectation. */
    private static LocalDate day(Clocks clocks, Long hours, ZoneId zone) {
        if (hours == null || !clocks.isRunning()) {
            return null;
        }
        Instant then = clocks.submittedAt().plusSeconds(hours * 3600);
        return then.isAfter(clocks.until()) ? LocalDate.ofInstant(then, zone) : null;
    }
}
