package org.consilium.notification.webhooks;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.consilium.kit.web.Page;
import org.consilium.notification.webhooks.WebhookDeliveryView.AttemptView;

/** Deliveries as operators read them: one query for the page, one for all its attempts. */
@ApplicationScoped
class WebhookLog {

    private final Pool pool;

    WebhookLog(Pool pool) {
        this.pool = pool;
    }

    Uni<Page<WebhookDeliveryView>> of(UUID webhook, UUID before, int size) {
        return pool.preparedQuery(
                        """
                        select id, event_id, event_type, case_id, state, due_at, ended_at from webhook_delivery
                        where webhook_id = $1 and id < $2 order by id desc limit $3""")
                .execute(Tuple.of(webhook, before, size + 1))
                .chain(this::withAttempts)
                .map(found -> Page.of(found, size, WebhookDeliveryView::id));
    }

    private Uni<List<WebhookDeliveryView>> withAttempts(RowSet<Row> deliveries) {
        var ids = stream(deliveries).map(row -> row.getUUID("id")).toArray(UUID[]::new);
        return pool.preparedQuery(
                        """
                        select delivery_id, number, at, outcome, status from webhook_attempt
                        where delivery_id = any($1) order by number""")
                .execute(Tuple.of((Object) ids))
                .map(WebhookLog::byDelivery)
                .map(
                        attempts ->
                                stream(deliveries)
                                        .map(
                                                row ->
                                                        WebhookDeliveryView.of(
                                                                row,
                                                                attempts.getOrDefault(
                                                                        row.getUUID("id"),
                                                                        List.of())))
                                        .toList());
    }

    private static Map<UUID, List<AttemptView>> byDelivery(RowSet<Row> attempts) {
        return stream(attempts)
                .collect(
                        Collectors.groupingBy(
                                row -> row.getUUID("delivery_id"),
                                Collectors.mapping(AttemptView::of, Collectors.toList())));
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
