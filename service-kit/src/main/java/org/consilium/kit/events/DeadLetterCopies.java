package org.consilium.kit.events;

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

/**
 * Copies dead letters to this service's dead-letter topic, where tools look; the table stays the
 * record.
 */
@ApplicationScoped
class DeadLetterCopies {

    private final TopicWriter topics;
    private final Source source;

    DeadLetterCopies(TopicWriter topics, @ConfigProperty(name = "consilium.source") String source) {
        this.topics = topics;
        this.source = Source.ofCode(source).orElseThrow();
    }

    /** One at a time: they are rare, and each ack is awaited before its row is marked. */
    void sendOne(Connection connection)
            throws SQLException, ExecutionException, InterruptedException {
        try (var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "select * from dead_letter where sent_at is null order by died_at limit 1 for update skip locked")) {
            if (row.next()) {
                topics.send(copy(row)).get();
                mark(row.getObject("id", UUID.class), connection);
            }
        }
        connection.commit();
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

    private static void mark(UUID id, Connection connection) throws SQLException {
        try (var update =
                connection.prepareStatement(
                        "update dead_letter set sent_at = now() where id = ?")) {
            update.setObject(1, id);
            update.executeUpdate();
        }
    }
}
