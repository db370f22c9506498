package org.consilium.notification.lifecycle;

import java.time.Duration;
import java.time.Instant;

/**
 * How long to wait between attempts, and when to give up.
 *
 * @param first the pause after the first attempt; each further one is twice as long
 * @param longest no pause is longer
 * @param giveUpAfter counted from when the delivery was queued
 */
public record Backoff(Duration first, Duration longest, Duration giveUpAfter) {

    private static final int DOUBLINGS_COUNTED = 30;

    Instant next(int attempts, Instant now) {
        var pause = first.multipliedBy(1L << Math.clamp(attempts - 1, 0, DOUBLINGS_COUNTED));
        return now.plus(pause.compareTo(longest) < 0 ? pause : longest);
    }

    /** Not before the server wishes it, either; {@code asked} is null when it wished nothing. */
    public Instant next(int attempts, Instant now, Duration asked) {
        var own = next(attempts, now);
        return asked == null || own.isAfter(now.plus(asked)) ? own : now.plus(asked);
    }

    public boolean isTooLate(Instant since, Instant next) {
        return next.isAfter(since.plus(giveUpAfter));
    }
}
