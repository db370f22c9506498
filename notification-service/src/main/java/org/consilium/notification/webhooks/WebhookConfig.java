package org.consilium.notification.webhooks;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import org.consilium.notification.lifecycle.Backoff;

/** The settings under {@code consilium.webhooks}. */
@ConfigMapping(prefix = "consilium.webhooks")
interface WebhookConfig {

    boolean privateAddresses();

    Duration oldSecret();

    Duration disableAfter();

    Duration retryFirst();

    Duration retryLongest();

    Duration giveUpAfter();

    default Backoff backoff() {
        return new Backoff(retryFirst(), retryLongest(), giveUpAfter());
    }
}
