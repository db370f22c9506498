package org.consilium.ops.flow;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.consilium.contracts.Source;

/**
 * A service's log beside its topic. What is on the topic is noted in a table of this session, so
 * that a log of any length can be compared.
 *
 * @param lacking in the log and not on the topic
 * @param foreign on the topic and not in the log: from a time that was taken back, or forged
 * @param unreadable without key, id or sequence
 */
record OnTopic(long lacking, long foreign, long unreadable) {

    private static final Duration POLL = Duration.ofMillis(500);

    private static final String COMPARED =
            """
            select (select count(*) from event e where not exists
                       (select 1 from on_topic t where t.case_id = e.case_id and t.seq = e.seq and t.event_id = e.event_id)),
                   (select count(*) from (select distinct case_id, seq, event_id from on_topic) t where not exists
                       (select 1 from event e where t.case_id = e.case_id and t.seq = e.seq and t.event_id = e.event_id))""";

    static OnTopic of(Source service, Connection log, Map<String, Object> kafka)
            throws SQLException {
        log.setAutoCommit(false);
        long unreadable;
        try (var statement = log.createStatement();
                var note = log.prepareStatement("insert into on_topic values (?, ?, ?)")) {
            statement.execute(
                    "create temp table on_topic (case_id uuid, seq bigint, event_id uuid) on commit drop");
            try (var consumer =
                    new KafkaConsumer<>(
                            kafka, new StringDeserializer(), new ByteArrayDeserializer())) {
                unreadable = noteAll(service, consumer, note);
            }
            statement.execute("create index on on_topic (case_id, seq)");
            try (var row = statement.executeQuery(COMPARED)) {
                row.next();
                return new OnTopic(row.getLong(1), row.getLong(2), unreadable);
            }
        } finally {
            log.rollback();
        }
    }

    private static long noteAll(
            Source service, KafkaConsumer<String, byte[]> consumer, PreparedStatement note)
            throws SQLException {
        var partitions =
                consumer.partitionsFor(service.topic()).stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var ends = consumer.endOffsets(partitions);
        long unreadable = 0;
        while (partitions.stream().anyMatch(at -> consumer.position(at) < ends.get(at))) {
            for (var message : consumer.poll(POLL)) {
                unreadable += isNoted(message, note) ? 0 : 1;
            }
            note.executeBatch();
        }
        return unreadable;
    }

    private static boolean isNoted(ConsumerRecord<String, byte[]> message, PreparedStatement note)
            throws SQLException {
        try {
            note.setObject(1, UUID.fromString(message.key()));
            note.setLong(2, Long.parseLong(header("ce_sequence", message)));
            note.setObject(3, UUID.fromString(header("ce_id", message)));
        } catch (IllegalArgumentException | NullPointerException nobodysEvent) {
            return false;
        }
        note.addBatch();
        return true;
    }

    private static String header(String name, ConsumerRecord<String, byte[]> message) {
        return new String(message.headers().lastHeader(name).value(), UTF_8);
    }
}
