package org.consilium.notification.channels;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import org.consilium.notification.lifecycle.Backoff;

/** When to try again, and when no more: the settings under {@code consilium.retry}. */
@ConfigMapping(prefix = "consilium.retry")
public interface RetryConfig {

    Duration first();

    Duration longest();

    Duration giveUpAfter();

    default Backoff backoff() {
        return new Backoff(first(), longest(), giveUpAfter());
    }
}
