package org.consilium.notification.deliveries;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** One notification's way over one channel, as staff see it: ids and codes. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeliveryView(
        UUID notificationId,
        String kind,
        UUID recipient,
        Instant happenedAt,
        String channel,
        String state,
        String reason,
        List<AttemptView> attempts) {

    /** One try. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AttemptView(int number, Instant at, String outcome, String reason, Integer replyCode) {

        static AttemptView of(Row row) {
            return new AttemptView(
                    row.getInteger("number"),
                    row.getOffsetDateTime("at").toInstant(),
                    row.getString("outcome"),
                    row.getString("reason"),
                    row.getInteger("reply_code"));
        }
    }

    static DeliveryView of(Row row, List<AttemptView> attempts) {
        return new DeliveryView(
                row.getUUID("notification_id"),
                row.getString("kind"),
                row.getUUID("recipient"),
                row.getOffsetDateTime("happened_at").toInstant(),
                row.getString("channel"),
                code(row.getString("state")),
                code(row.getString("reason")),
                attempts);
    }

    static String code(String constant) {
        return constant == null ? null : constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
