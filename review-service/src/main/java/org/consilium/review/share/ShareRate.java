package org.consilium.review.share;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.consilium.kit.web.Problem;

/**
 * How often links are opened, per replica, all together: for those who try tokens, each of which is
 * another one. Guessing one is hopeless; this keeps the tries off the database. Whoever tries
 * passcodes is stopped by the link itself.
 */
@ApplicationScoped
class ShareRate {

    static final int TOGETHER_A_SECOND = 50;

    private final Clock clock;
    private long second;
    private int together;

    ShareRate(Clock clock) {
        this.clock = clock;
    }

    synchronized void admit() {
        long now = clock.instant().getEpochSecond();
        if (now != second) {
            second = now;
            together = 0;
        }
        if (++together > TOGETHER_A_SECOND) {
            throw new Problem(429, "too-many-requests", "Come back in a few seconds.");
        }
    }
}
