package org.consilium.kit.events;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.consilium.contracts.Source;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads this service's own event log: for whoever missed a range, and for the audit. */
@ApplicationScoped
public class EventLog {

    private final Pool pool;
    private final Source source;

    EventLog(Pool pool, @ConfigProperty(name = "consilium.source") String source) {
        this.pool = pool;
        this.source = Source.ofCode(source).orElseThrow();
    }

    /** The case's events with {@code seq >= from}, in order, at most {@code limit} of them. */
    public Uni<List<Envelope>> range(UUID caseId, long from, int limit) {
        return pool.preparedQuery(
                        """
                        select event_id, type, case_id, seq, actor, occurred_at, data, traceparent from event
                        where case_id = $1 and seq >= $2 order by seq limit $3""")
                .execute(Tuple.of(caseId, from, limit))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(this::envelope)
                                        .toList());
    }

    /**
     * The first seq of the case that was changed after it was written; empty when its chain holds.
     */
    public Uni<Optional<Long>> firstBrokenLink(UUID caseId) {
        return pool.preparedQuery("select first_broken_link($1) as seq")
                .execute(Tuple.of(caseId))
                .map(rows -> Optional.ofNullable(rows.iterator().next().getLong("seq")));
    }

    private Envelope envelope(Row row) {
        return new Envelope(
                row.getUUID("event_id"),
                source,
                row.getString("type"),
                row.getUUID("case_id"),
                row.getLong("seq"),
                row.getString("actor"),
                row.getOffsetDateTime("occurred_at").toInstant(),
                row.getString("data"),
                row.getString("traceparent"));
    }
}
