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

    /** One notification's over one channel. */
    private record Way(UUID notification, String channel) {

        static Way of(Row row) {
            return new Way(row.getUUID("notification_id"), row.getString("channel"));
        }
    }

    /** All ways of a notification stand on one page. */
    Uni<Page<DeliveryView>> of(UUID caseId, UUID before, int size) {
        return pool.preparedQuery(
                        """
                        select n.kind, n.recipient, n.happened_at, d.notification_id, d.channel, d.state, d.reason
                        from notification n join delivery d on d.notification_id = n.id
                        where n.id in (select t.id from notification t
                                       where t.case_id = $1 and t.id < $2
                                         and exists (select from delivery where notification_id = t.id)
                                       order by t.id desc limit $3)
                        order by n.id desc, d.channel""")
                .execute(Tuple.of(caseId, before, size + 1))
                .chain(this::withAttempts)
                .map(found -> Page.of(found, size, DeliveryView::notificationId));
    }

    private Uni<List<DeliveryView>> withAttempts(RowSet<Row> deliveries) {
        var ids =
                stream(deliveries).map(row -> row.getUUID("notification_id")).toArray(UUID[]::new);
        return pool.preparedQuery(
                        """
                        select notification_id, channel, number, at, outcome, reason, reply_code from attempt
                        where notification_id = any($1) order by number""")
                .execute(Tuple.of((Object) ids))
                .map(CaseDeliveries::byWay)
                .map(
                        attempts ->
                                stream(deliveries)
                                        .map(
                                                row ->
                                                        DeliveryView.of(
                                                                row,
                                                                attempts.getOrDefault(
                                                                        Way.of(row), List.of())))
                                        .toList());
    }

    private static Map<Way, List<AttemptView>> byWay(RowSet<Row> attempts) {
        return stream(attempts)
                .collect(
                        Collectors.groupingBy(
                                Way::of, Collectors.mapping(AttemptView::of, Collectors.toList())));
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
