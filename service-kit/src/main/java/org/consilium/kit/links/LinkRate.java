package org.consilium.kit.links;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.consilium.kit.web.Problem;

/**
 * How often links are used, per replica: each one, and all together. The second limit is for those
 * who try tokens: each try is another token. Guessing one is hopeless; this keeps the tries off the
 * database.
 */
public final class LinkRate {

    private final Clock clock;
    private final int perLink;
    private final int together;
    private final Map<String, Integer> usesOf = new HashMap<>();
    private long second;
    private int uses;

    /** Both limits are uses a second. */
    public LinkRate(Clock clock, int perLink, int together) {
        this.clock = clock;
        this.perLink = perLink;
        this.together = together;
    }

    /** For links of which each may be used as often as all of them. */
    public LinkRate(Clock clock, int together) {
        this(clock, together, together);
    }

    /**
     * Lets one use through.
     *
     * @throws Problem 429 when it is one too many
     */
    public synchronized void admit(String tokenHash) {
        long now = clock.instant().getEpochSecond();
        if (now != second) {
            second = now;
            uses = 0;
            usesOf.clear();
        }
        if (++uses > together || usesOf.merge(tokenHash, 1, Integer::sum) > perLink) {
            throw new Problem(429, "too-many-requests", "Come back in a few seconds.");
        }
    }
}
