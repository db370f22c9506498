package org.consilium.notification.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.consilium.notification.keys.Keys;

/** Each endpoint's secret, derived when it is needed: what is not stored cannot be read. */
@ApplicationScoped
class WebhookSecrets {

    private final Keys keys;

    WebhookSecrets(Keys keys) {
        this.keys = keys;
    }

    String of(UUID webhook, int generation) {
        var key = keys.of("webhook " + webhook + " " + generation, "HmacSHA256");
        return Signature.PREFIX + Base64.getEncoder().encodeToString(key.getEncoded());
    }

    /** The current one, and the one before it for as long as its holder may not have changed it. */
    List<String> valid(WebhookRow webhook, Instant now) {
        var current = of(webhook.id, webhook.generation);
        return webhook.oldUntil == null || !now.isBefore(webhook.oldUntil)
                ? List.of(current)
                : List.of(current, of(webhook.id, webhook.generation - 1));
    }
}
