package org.consilium.kit.events;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.consilium.contracts.Source;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Copies dead letters to this service's dead-letter topic, where tools look; the table stays the
 * record. One that Kafka does not take holds up neither the others nor the events.
 */
@ApplicationScoped
class DeadLetterCopies {

    private static final Logger LOG = Logger.getLogger(DeadLetterCopies.class);

    private static final String OLDEST =
            """
            select id, case_id, payload, reason, origin from dead_letter
            where sent_at is null and copy_refused is null and (copy_at is null or copy_at <= now())
            order by died_at limit 1 for update skip locked""";

    private static final String SENT = "update dead_letter set sent_at = now() where id = ?";

    private static final String REFUSED =
            "update dead_letter set copy_attempts = copy_attempts + 1, copy_refused = ? where id = ?";

    /** Doubling from two seconds to an hour. */
    private static final String POSTPONED =
            """
            update dead_letter set copy_attempts = copy_attempts + 1,
                copy_at = now() + least(interval '1 hour', interval '2 seconds' * power(2, least(copy_attempts, 12)))
            where id = ?""";

    private final AgroalDataSource database;
    private final TopicWriter topics;
    private final Source source;

    DeadLetterCopies(
            AgroalDataSource database,
            TopicWriter topics,
            @ConfigProperty(name = "consilium.source") String source) {
        this.database = database;
        this.topics = topics;
        this.source = Source.ofCode(source).orElseThrow();
    }

    /** One at a time: they are rare, and each ack is awaited before its row is marked. */
    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void copyWhatDied() throws SQLException, InterruptedException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            while (copyOldest(connection)) {
                connection.commit();
            }
            connection.commit();
        }
    }

    /** False when there is none, or when Kafka is better left alone until the next tick. */
    private boolean copyOldest(Connection connection) throws SQLException, InterruptedException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(OLDEST)) {
            return row.next() && isSettled(row, connection);
        }
    }

    private boolean isSettled(ResultSet row, Connection connection)
            throws SQLException, InterruptedException {
        var id = row.getObject("id", UUID.class);
        try {
            topics.send(copy(row)).get();
            update(connection, SENT, id);
            return true;
        } catch (ExecutionException | RuntimeException failure) {
            var reason = TopicWriter.reasonOf(failure);
            LOG.errorf("the copy of dead letter %s is not on its topic: %s", id, reason);
            if (TopicWriter.isRefusedForGood(failure)) {
                update(connection, REFUSED, reason, id);
                return true;
            }
            update(connection, POSTPONED, id);
            return false;
        }
    }

    private ProducerRecord<String, byte[]> copy(ResultSet row) throws SQLException {
        return new ProducerRecord<>(
                topics.named(source.deadLetterTopic()),
                null,
                row.getString("case_id"),
                row.getBytes("payload"),
                List.of(
                        header("reason", row.getString("reason")),
                        header("origin", row.getString("origin")),
                        header("dead-letter", row.getString("id"))));
    }

    private static RecordHeader header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static void update(Connection connection, String sql, Object... parameters)
            throws SQLException {
        try (var update = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                update.setObject(i + 1, parameters[i]);
            }
            update.executeUpdate();
        }
    }
}
