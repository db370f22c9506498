package org.consilium.kit.access;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * How often a caller may wait at the door: eight times, and once more every ten seconds. A wait
 * that ends inside costs nothing. So whoever has just been let into a case is not turned away, and
 * nobody fills the door with waiting.
 */
final class Waits {

    private static final Duration EACH = Duration.ofSeconds(10);
    private static final Duration ALL = EACH.multipliedBy(8);

    /** When more callers are remembered, those whose waits no longer count are forgotten. */
    private static final int MANY = 10_000;

    /** Until when a caller's waits count. */
    private final Map<UUID, Instant> countUntil = new HashMap<>();

    /** False when the caller has waited often enough. */
    synchronized boolean begin(UUID caller, Instant now) {
        if (countUntil.size() > MANY) {
            countUntil.values().removeIf(until -> until.isBefore(now));
        }
        var until = countUntil.getOrDefault(caller, now);
        var then = (until.isBefore(now) ? now : until).plus(EACH);
        if (then.isAfter(now.plus(ALL))) {
            return false;
        }
        countUntil.put(caller, then);
        return true;
    }

    synchronized void wasWorthIt(UUID caller) {
        countUntil.computeIfPresent(caller, (id, until) -> until.minus(EACH));
    }
}
