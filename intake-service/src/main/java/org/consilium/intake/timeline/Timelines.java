package org.consilium.intake.timeline;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.consilium.contracts.EventTypes;
import org.consilium.intake.timeline.TimelineFold.Fact;
import org.consilium.intake.timeline.TimelineFold.Line;
import org.consilium.kit.events.EventJson;

/** The timeline is kept nowhere: it is our own log and what was heard, folded when asked for. */
@ApplicationScoped
class Timelines {

    private final Pool pool;

    Timelines(Pool pool) {
        this.pool = pool;
    }

    Uni<List<Line>> of(UUID caseId) {
        return pool.preparedQuery(
                        """
                        select 'intake' as source, seq, type, data, occurred_at from event where case_id = $1
                        union all
                        select source, seq, type, data, occurred_at from heard_event where case_id = $1""")
                .execute(Tuple.of(caseId))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(Timelines::fact)
                                        .flatMap(Optional::stream)
                                        .toList())
                .map(TimelineFold::lines);
    }

    /** Empty for a type that a later version wrote. */
    private static Optional<Fact> fact(Row row) {
        return EventTypes.byName(row.getString("type"))
                .map(
                        type ->
                                new Fact(
                                        row.getOffsetDateTime("occurred_at").toInstant(),
                                        row.getString("source"),
                                        row.getLong("seq"),
                                        EventJson.read(row.getString("data"), type)));
    }
}
