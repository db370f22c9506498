package org.consilium.notification.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * One endpoint as operators see it; its secret is no part of it.
 *
 * @param generation counts its secrets
 * @param failingSince absent while it takes what it is sent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WebhookView(
        UUID id,
        String url,
        List<String> eventTypes,
        String state,
        String disabledBecause,
        Instant failingSince,
        int generation,
        Instant createdAt) {

    static WebhookView of(WebhookRow row) {
        return new WebhookView(
                row.id,
                row.url,
                row.eventTypes(),
                code(row.state),
                code(row.disabledBecause),
                row.failingSince,
                row.generation,
                row.createdAt);
    }

    static String code(Enum<?> constant) {
        return constant == null ? null : constant.name().toLowerCase(Locale.ROOT);
    }
}
