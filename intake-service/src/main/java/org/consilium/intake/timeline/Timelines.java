package org.consilium.intake.timeline;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.consilium.contracts.EventTypes;
import org.consilium.contracts.Source;
import org.consilium.intake.timeline.TimelineFold.Fact;
import org.consilium.intake.timeline.TimelineFold.Line;
import org.consilium.intake.turns.Turns;
import org.consilium.kit.events.EventJson;

/** The timeline is kept nowhere: it is our own log and what was heard, folded when asked for. */
@ApplicationScoped
class Timelines {

    private static final String ALL =
            """
            select 'intake' as source, seq, type, data, occurred_at from event where case_id = $1
            union all
            select source, seq, type, data, occurred_at from heard_event where case_id = $1""";

    private final Pool pool;
    private final Turns turns;

    Timelines(Pool pool, Turns turns) {
        this.pool = pool;
        this.turns = turns;
    }

    /** All that is told of the case, oldest first. */
    Uni<List<Line>> of(UUID caseId) {
        return pool.preparedQuery(ALL)
                .execute(Tuple.of(caseId))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(Timelines::fact)
                                        .flatMap(Optional::stream)
                                        .toList())
                .chain(facts -> turns.of(caseId).map(held -> TimelineFold.lines(facts, held)));
    }

    /**
     * One event past a place; {@code told} is empty for what happens behind the scenes or was
     * written by a later version.
     */
    record Step(Source source, long seq, Instant at, Optional<Telling> told) {}

    /** What has come since, in each source's order; at most so much as one look takes. */
    Uni<List<Step>> after(UUID caseId, Place place) {
        return pool.preparedQuery(
                        """
                        select 'intake' as source, seq, type, data, occurred_at from event where case_id = $1 and seq > $2
                        union all
                        select source, seq, type, data, occurred_at from heard_event
                        where case_id = $1
                          and seq > case source when 'documents' then $3::bigint when 'review' then $4 else $5 end
                        order by source, seq limit 500""")
                .execute(
                        Tuple.of(
                                caseId,
                                place.intake(),
                                place.documents(),
                                place.review(),
                                place.notification()))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(Timelines::step)
                                        .toList());
    }

    /** Where a follower stands who knows everything up to now. */
    Uni<Place> end(UUID caseId) {
        return pool.preparedQuery(
                        """
                        select 'intake' as source, last_seq from event_head where case_id = $1
                        union all
                        select source, last_seq from inbox_head where case_id = $1""")
                .execute(Tuple.of(caseId))
                .map(Timelines::place);
    }

    private static Place place(RowSet<Row> heads) {
        var place = Place.BEFORE_ALL;
        for (var head : heads) {
            place = place.after(source(head), head.getLong("last_seq"));
        }
        return place;
    }

    private static Step step(Row row) {
        return new Step(
                source(row),
                row.getLong("seq"),
                row.getOffsetDateTime("occurred_at").toInstant(),
                fact(row).flatMap(fact -> Telling.of(fact.event())));
    }

    private static Source source(Row row) {
        return Source.ofCode(row.getString("source")).orElseThrow();
    }

    /** Empty for a type that a later version wrote. */
    private static Optional<Fact> fact(Row row) {
        return EventTypes.byName(row.getString("type"))
                .map(
                        known ->
                                new Fact(
                                        row.getOffsetDateTime("occurred_at").toInstant(),
                                        row.getString("source"),
                                        row.getLong("seq"),
                                        EventJson.read(row.getString("data"), known)));
    }
}
