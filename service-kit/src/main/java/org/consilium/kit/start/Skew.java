package org.consilium.kit.start;

import java.time.Duration;
import java.time.Instant;

/** How far another clock is from ours, at least. */
final class Skew {

    private Skew() {}

    /**
     * What passed while asking is held against nobody: a busy machine is no wrong clock.
     *
     * @param resolution what the other side cuts off, such as a second in an HTTP Date
     */
    static Duration atLeast(Instant asked, Instant answered, Instant theirs, Duration resolution) {
        if (theirs.isAfter(answered)) {
            return Duration.between(answered, theirs);
        }
        var latest = theirs.plus(resolution);
        return latest.isBefore(asked) ? Duration.between(latest, asked) : Duration.ZERO;
    }
}
