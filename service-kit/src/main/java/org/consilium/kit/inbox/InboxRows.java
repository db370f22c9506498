package org.consilium.kit.inbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
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

    Uni<Verdict> admit(Envelope envelope, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        "select inbox_admit(:source, :case, :seq, :id, :at)", String.class)
                .setParameter("source", envelope.source().code())
                .setParameter("case", envelope.caseId())
                .setParameter("seq", envelope.seq())
                .setParameter("id", envelope.id())
                .setParameter("at", utc(work.now()))
                .getSingleResult()
                .map(Verdict::valueOf);
    }

    Uni<Void> keepWaiting(Envelope envelope, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        insert into inbox_waiting (source, case_id, seq, event_id, type, data, actor, occurred_at, arrived_at)
                        values (:source, :case, :seq, :id, :type, :data, :actor, :time, :at) on conflict do nothing""")
                .setParameter("source", envelope.source().code())
                .setParameter("case", envelope.caseId())
                .setParameter("seq", envelope.seq())
                .setParameter("id", envelope.id())
                .setParameter("type", envelope.type())
                .setParameter("data", envelope.data())
                .setParameter("actor", envelope.actor())
                .setParameter("time", utc(envelope.time()))
                .setParameter("at", utc(work.now()))
                .executeUpdate()
                .replaceWithVoid();
    }

    /**
     * Reads, and leaves the row: it goes when the event is settled, so that a crash in between
     * loses nothing.
     */
    Uni<Optional<Envelope>> nextWaiting(Envelope settled) {
        return pool.preparedQuery(
                        """
                        with gone as (delete from inbox_waiting where source = $1 and case_id = $2 and seq <= $3)
                        select w.* from inbox_waiting w join inbox_head h using (source, case_id)
                        where source = $1 and case_id = $2 and w.seq = h.last_seq + 1 and h.parked_since is null""")
                .execute(Tuple.of(settled.source().code(), settled.caseId(), settled.seq()))
                .map(InboxRows::first);
    }

    static Optional<Envelope> first(RowSet<Row> rows) {
        var iterator = rows.iterator();
        return iterator.hasNext() ? Optional.of(envelope(iterator.next())) : Optional.empty();
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
                row.getString("data"));
    }

    private static OffsetDateTime utc(java.time.Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
