package org.consilium.kit.inbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.consilium.contracts.Source;
import org.consilium.kit.events.Envelope;
import org.consilium.kit.work.UnitOfWork;

/** The inbox's tables. */
@ApplicationScoped
class InboxRows {

    private final Pool pool;

    InboxRows(Pool pool) {
        this.pool = pool;
    }

    /** A case whose waiting events lack one before them. */
    record Gap(Source source, UUID caseId, long nextSeq) {

        static Gap of(Row row) {
            return new Gap(
                    Source.ofCode(row.getString("source")).orElseThrow(),
                    row.getUUID("case_id"),
                    row.getLong("next_seq"));
        }
    }

    /**
     * @param nextWaits the case's next event came early, and has its turn after this one
     */
    record Admitted(Verdict verdict, boolean nextWaits) {

        static Admitted of(Object[] row) {
            return new Admitted(Verdict.valueOf((String) row[0]), (boolean) row[1]);
        }
    }

    Uni<Admitted> admit(Envelope envelope, boolean replay, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        "select verdict, next_waits from inbox_admit_and_look(:source, :case, :seq, :id, :at, :replay)",
                        Object[].class)
                .setParameter("source", envelope.source().code())
                .setParameter("case", envelope.caseId())
                .setParameter("seq", envelope.seq())
                .setParameter("id", envelope.id())
                .setParameter("at", utc(work.now()))
                .setParameter("replay", replay)
                .getSingleResult()
                .map(Admitted::of);
    }

    Uni<Void> keepWaiting(Envelope envelope, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        insert into inbox_waiting (source, case_id, seq, event_id, type, data, actor, occurred_at, arrived_at, traceparent)
                        values (:source, :case, :seq, :id, :type, :data, :actor, :time, :at, cast(:trace as text)) on conflict do nothing""")
                .setParameter("source", envelope.source().code())
                .setParameter("case", envelope.caseId())
                .setParameter("seq", envelope.seq())
                .setParameter("id", envelope.id())
                .setParameter("type", envelope.type())
                .setParameter("data", envelope.data())
                .setParameter("actor", envelope.actor())
                .setParameter("time", utc(envelope.time()))
                .setParameter("at", utc(work.now()))
                .setParameter("trace", envelope.traceparent())
                .executeUpdate()
                .replaceWithVoid();
    }

    /**
     * Reads, and leaves the row: it goes when the event is settled, so that a crash in between
     * loses nothing.
     */
    Uni<Optional<Envelope>> nextWaiting(Source source, UUID caseId) {
        return pool.preparedQuery(
                        """
                        select w.event_id, source, w.type, case_id, w.seq, w.actor, w.occurred_at, w.data, w.traceparent
                        from inbox_waiting w join inbox_head h using (source, case_id)
                        where source = $1 and case_id = $2 and w.seq = h.last_seq + 1 and h.parked_since is null""")
                .execute(Tuple.of(source.code(), caseId))
                .map(rows -> stream(rows).map(InboxRows::envelope).findFirst());
    }

    /** Those that the source is to be asked about now, up to fifty. */
    Uni<List<Gap>> oldestGaps(Source source, Instant now, Duration patience) {
        return pool.preparedQuery(
                        """
                        select h.source, h.case_id, h.last_seq + 1 as next_seq
                        from inbox_waiting w join inbox_head h using (source, case_id)
                        where h.source = $3 and h.parked_since is null and (h.ask_at is null or h.ask_at <= $2)
                        group by h.source, h.case_id having min(w.arrived_at) < $1
                        order by min(w.arrived_at) limit 50""")
                .execute(Tuple.of(utc(now.minus(patience)), utc(now), source.code()))
                .map(rows -> stream(rows).map(Gap::of).toList());
    }

    /** Doubling from two seconds to half a minute while nothing comes of it. */
    Uni<Void> noteAsked(Gap gap, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        update inbox_head set
                            asked = case when last_seq >= :next then 0 else asked + 1 end,
                            ask_at = case when last_seq >= :next then null else cast(:now as timestamptz)
                                + least(interval '30 seconds', interval '2 seconds' * power(2, least(asked, 4))) end
                        where source = :source and case_id = :case""")
                .setParameter("next", gap.nextSeq())
                .setParameter("now", utc(work.now()))
                .setParameter("source", gap.source().code())
                .setParameter("case", gap.caseId())
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    private static Envelope envelope(Row row) {
        return new Envelope(
                row.getUUID("event_id"),
                Source.ofCode(row.getString("source")).orElseThrow(),
                row.getString("type"),
                row.getUUID("case_id"),
                row.getLong("seq"),
                row.getString("actor"),
                row.getOffsetDateTime("occurred_at").toInstant(),
                row.getString("data"),
                row.getString("traceparent"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
