package org.consilium.notification.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** One event on its way to an endpoint, as operators see it: ids and codes. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WebhookDeliveryView(
        UUID id,
        UUID eventId,
        String eventType,
        UUID caseId,
        String state,
        Instant nextTry,
        Instant endedAt,
        List<AttemptView> attempts) {

    /** One try; {@code status} is absent when there was no answer. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AttemptView(int number, Instant at, String outcome, Integer status) {

        static AttemptView of(Row row) {
            return new AttemptView(
                    row.getInteger("number"),
                    instant(row, "at"),
                    row.getString("outcome"),
                    row.getInteger("status"));
        }
    }

    static WebhookDeliveryView of(Row row, List<AttemptView> attempts) {
        return new WebhookDeliveryView(
                row.getUUID("id"),
                row.getUUID("event_id"),
                row.getString("event_type"),
                row.getUUID("case_id"),
                row.getString("state").toLowerCase(Locale.ROOT),
                instant(row, "due_at"),
                instant(row, "ended_at"),
                attempts);
    }

    private static Instant instant(Row row, String column) {
        OffsetDateTime at = row.getOffsetDateTime(column);
        return at == null ? null : at.toInstant();
    }
}
