package org.consilium.documents.links;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/**
 * How often links are used, per replica: each one, and all together. The second limit is for those
 * who try tokens: each try is another token. Guessing one is hopeless; this keeps the tries off the
 * database.
 */
@ApplicationScoped
class LinkRate {

    /** A telephone sends a photograph in a few requests, several photographs at once. */
    static final int PER_LINK_A_SECOND = 30;

    static final int TOGETHER_A_SECOND = 150;

    private final Clock clock;
    private final Map<String, Integer> thisSecond = new HashMap<>();
    private long second;
    private int together;

    LinkRate(Clock clock) {
        this.clock = clock;
    }

    synchronized void admit(String tokenHash) {
        long now = clock.instant().getEpochSecond();
        if (now != second) {
            second = now;
            together = 0;
            thisSecond.clear();
        }
        if (++together > TOGETHER_A_SECOND
                || thisSecond.merge(tokenHash, 1, Integer::sum) > PER_LINK_A_SECOND) {
            throw LinkRefusal.TOO_MANY_REQUESTS.problem();
        }
    }
}
