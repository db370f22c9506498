package org.consilium.kit.events;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.consilium.contracts.Source;
import org.consilium.kit.trace.Traces;
import org.consilium.kit.work.FailPoints;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** One transaction of the relay. */
@ApplicationScoped
class RelayBatch {

    static final int SIZE = 500;

    private static final Logger LOG = Logger.getLogger(RelayBatch.class);

    /**
     * What is not to be tried in this transaction: the planner knows the outbox as autovacuum saw
     * it last, when next to nothing waited, and would read all of it to sort it. By its index it
     * stands in order.
     */
    private static final String BEGIN =
            """
            select pg_try_advisory_xact_lock(hashtext('outbox-relay')),
                   set_config('enable_seqscan', 'off', true), set_config('enable_sort', 'off', true)""";

    /** The limit stands inside: no more of the log is read than is sent. */
    private static final String DUE =
            """
            select due.position, case_id, seq, e.event_id, e.type, e.data, e.actor, e.occurred_at, e.traceparent
            from (select position, case_id, seq from outbox o
                  where not exists (select 1 from outbox_refused r where r.case_id = o.case_id)
                  order by position limit %d) due
            join event e using (case_id, seq) order by due.position"""
                    .formatted(SIZE);

    /** The range keeps it from comparing all that waits with each of them. */
    private static final String DELETE =
            "delete from outbox where position between ? and ? and position = any(?)";

    private final TopicWriter topics;
    private final Traces traces;
    private final MeterRegistry metrics;
    private final Source source;

    /**
     * After a turn that failed: several that lie in one request and are too large together are
     * neither taken nor refused, and the producer breaks over them; one alone is.
     */
    private boolean oneAtATime;

    RelayBatch(
            TopicWriter topics,
            Traces traces,
            MeterRegistry metrics,
            @ConfigProperty(name = "consilium.source") String source) {
        this.topics = topics;
        this.traces = traces;
        this.metrics = metrics;
        this.source = Source.ofCode(source).orElseThrow();
    }

    private record Sent(
            long position, Envelope event, Traces.Step step, Future<RecordMetadata> ack) {}

    /** How many rows left the outbox; 0 also when another replica's relay has the lock. */
    int relay(Connection connection) throws SQLException, ExecutionException, InterruptedException {
        boolean committed = false;
        try {
            int relayed = takesLock(connection) ? sendAndDelete(connection) : 0;
            connection.commit();
            committed = true;
            return relayed;
        } finally {
            oneAtATime = !committed;
            if (!committed) {
                connection.rollback();
            }
        }
    }

    /** Until the next send, which opens it anew. */
    void close() {
        topics.close();
    }

    private int sendAndDelete(Connection connection)
            throws SQLException, ExecutionException, InterruptedException {
        var inOrder = topics.inOrder();
        var batch = send(inOrder, connection);
        if (batch.isEmpty()) {
            return 0;
        }
        inOrder.flush();
        var settled = new ArrayList<Long>();
        for (var sent : batch) {
            if (acknowledged(sent, connection)) {
                settled.add(sent.position());
            }
        }
        FailPoints.reach("relay.after-ack");
        delete(settled, connection);
        FailPoints.reach("relay.before-commit");
        return batch.size();
    }

    /** Ends at the first that fails. */
    private List<Sent> send(TopicWriter.InOrder inOrder, Connection connection)
            throws SQLException {
        var batch = new ArrayList<Sent>();
        try (var due = connection.prepareStatement(DUE);
                var rows = due.executeQuery()) {
            while (inOrder.goesOn() && !(oneAtATime && batch.size() == 1) && rows.next()) {
                FailPoints.reach("relay.before-send");
                var sent = sent(rows.getLong("position"), envelope(rows), inOrder);
                batch.add(sent);
                if (sent.ack().state() == Future.State.FAILED) {
                    break;
                }
            }
        }
        return batch;
    }

    /** Shown from the event on: how long it waited for Kafka is what one looks for. */
    private Sent sent(long position, Envelope event, TopicWriter.InOrder inOrder) {
        var step =
                traces.publishing(event.type(), event.caseId(), event.traceparent(), event.time());
        var inStep = step.traceparent().map(event::in).orElse(event);
        return new Sent(position, event, step, inOrder.send(record(inStep)));
    }

    /** False when Kafka will never take it: then its case stops here, and only its case. */
    private boolean acknowledged(Sent sent, Connection connection)
            throws SQLException, ExecutionException, InterruptedException {
        try {
            sent.ack().get();
            sent.step().end();
            count(sent.event());
            return true;
        } catch (ExecutionException e) {
            sent.step().failed(e.getCause());
            if (TopicWriter.isRefusedForGood(e)) {
                refuse(sent.event(), TopicWriter.reasonOf(e), connection);
                return false;
            }
            throw e;
        }
    }

    /** Types are few; offers that expired and files that came are told by it. */
    private void count(Envelope event) {
        metrics.counter("events.published", "type", event.type()).increment();
    }

    private static void refuse(Envelope event, String reason, Connection connection)
            throws SQLException {
        LOG.errorf(
                "Kafka refuses event %d of case %s for good: %s",
                event.seq(), event.caseId(), reason);
        try (var insert =
                connection.prepareStatement(
                        """
                        insert into outbox_refused (case_id, seq, reason, refused_at)
                        values (?, ?, ?, now()) on conflict do nothing""")) {
            insert.setObject(1, event.caseId());
            insert.setLong(2, event.seq());
            insert.setString(3, reason);
            insert.executeUpdate();
        }
    }

    private static boolean takesLock(Connection connection) throws SQLException {
        try (var lock = connection.prepareStatement(BEGIN);
                var row = lock.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static void delete(List<Long> positions, Connection connection) throws SQLException {
        if (positions.isEmpty()) {
            return;
        }
        try (var delete = connection.prepareStatement(DELETE)) {
            delete.setLong(1, positions.getFirst());
            delete.setLong(2, positions.getLast());
            delete.setArray(3, connection.createArrayOf("bigint", positions.toArray()));
            delete.executeUpdate();
        }
    }

    private ProducerRecord<String, byte[]> record(Envelope event) {
        return new ProducerRecord<>(
                topics.named(source.topic()),
                null,
                event.caseId().toString(),
                event.data().getBytes(StandardCharsets.UTF_8),
                event.headers());
    }

    private Envelope envelope(ResultSet row) throws SQLException {
        return new Envelope(
                row.getObject("event_id", UUID.class),
                source,
                row.getString("type"),
                row.getObject("case_id", UUID.class),
                row.getLong("seq"),
                row.getString("actor"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getString("data"),
                row.getString("traceparent"));
    }
}
