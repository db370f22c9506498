package org.consilium.notification.deliveries;

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
import org.consilium.notification.deliveries.DeliveryView.AttemptView;

/** Deliveries as the coordinator reads them: one query for the page, one for all its attempts. */
@ApplicationScoped
class CaseDeliveries {

    private final Pool pool;

    CaseDeliveries(Pool pool) {
        this.pool = pool;
    }

    Uni<Page<DeliveryView>> of(UUID caseId, UUID after, int size) {
        return pool.preparedQuery(
                        """
                        select n.kind, n.recipient, n.happened_at, d.notification_id, d.channel, d.state, d.reason
                        from notification n join delivery d on d.notification_id = n.id
                        where n.case_id = $1 and ($2::uuid is null or n.id < $2)
                        order by n.id desc limit $3""")
                .execute(Tuple.of(caseId, after, size + 1))
                .chain(this::withAttempts)
                .map(found -> Page.of(found, size, DeliveryView::notificationId));
    }

    private Uni<List<DeliveryView>> withAttempts(RowSet<Row> deliveries) {
        var ids =
                stream(deliveries).map(row -> row.getUUID("notification_id")).toArray(UUID[]::new);
        return pool.preparedQuery(
                        """
                        select notification_id, number, at, outcome, reason, reply_code from attempt
                        where notification_id = any($1) order by number""")
                .execute(Tuple.of((Object) ids))
                .map(CaseDeliveries::byNotification)
                .map(
                        attempts ->
                                stream(deliveries)
                                        .map(row -> DeliveryView.of(row, of(row, attempts)))
                                        .toList());
    }

    private static List<AttemptView> of(Row row, Map<UUID, List<AttemptView>> attempts) {
        return attempts.getOrDefault(row.getUUID("notification_id"), List.of());
    }

    private static Map<UUID, List<AttemptView>> byNotification(RowSet<Row> attempts) {
        return stream(attempts)
                .collect(
                        Collectors.groupingBy(
                                row -> row.getUUID("notification_id"),
                                Collectors.mapping(AttemptView::of, Collectors.toList())));
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
