package org.consilium.benchmarks;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.consilium.system.RunningSystem;
import org.consilium.system.story.Waiting;

/** How fast what piled up while Kafka was away leaves, beside what a bare producer sends. */
final class Backlog {

    private static final int SIZE = 100_000;

    /** The log as often as it takes, each time in the order of its cases. */
    private static final String PILE_UP =
            """
            insert into outbox (case_id, seq)
            select case_id, seq from generate_series(1, ?) turn, event order by turn, case_id, seq limit\s"""
                    + SIZE;

    private final RunningSystem system;
    private final Report report;

    Backlog(RunningSystem system, Report report) {
        this.system = system;
        this.report = report;
    }

    void measure() throws Exception {
        Waiting.until("the outbox is empty", this::isEmpty);
        var piled = pileUp();
        var start = System.nanoTime();
        Waiting.until("the backlog is gone", this::isEmpty);
        var relayed = perSecond(piled, System.nanoTime() - start);
        var sent = bareProducer(piled);
        report.section(
                "Backlog of %d events".formatted(piled),
                "relay per second",
                "bare producer",
                "ratio");
        report.row(relayed, sent, relayed / sent);
    }

    /** Wakes the relay with its commit, as a writer does. */
    private int pileUp() throws SQLException {
        try (var connection = system.addresses().postgres().connect("intake");
                var statement = connection.prepareStatement(PILE_UP);
                var count =
                        connection.prepareStatement(
                                "select ceil(? / count(*)::numeric) from event")) {
            connection.setAutoCommit(false);
            count.setInt(1, SIZE);
            var turns = count.executeQuery();
            turns.next();
            statement.setInt(1, turns.getInt(1));
            int piled = statement.executeUpdate();
            connection.createStatement().execute("notify outbox");
            connection.commit();
            return piled;
        }
    }

    /** Not counted: that would read all that waits, again and again. */
    private boolean isEmpty() {
        try (var connection = system.addresses().postgres().connect("intake");
                var row =
                        connection
                                .createStatement()
                                .executeQuery("select not exists (select 1 from outbox)")) {
            row.next();
            return row.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private double bareProducer(int records) throws Exception {
        var settings = new Properties();
        settings.put("bootstrap.servers", system.addresses().kafka());
        settings.put("acks", "all");
        settings.put("enable.idempotence", "true");
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            send(producer, 1_000);
            var start = System.nanoTime();
            send(producer, records);
            return perSecond(records, System.nanoTime() - start);
        }
    }

    /** Ten events a case, as cases have. */
    private static void send(KafkaProducer<String, byte[]> producer, int records) throws Exception {
        var value = new byte[250];
        var sent = new ArrayList<Future<RecordMetadata>>();
        var key = "";
        for (int i = 0; i < records; i++) {
            key = i % 10 == 0 ? UUID.randomUUID().toString() : key;
            sent.add(producer.send(new ProducerRecord<>("notification.dead-letters", key, value)));
        }
        producer.flush();
        for (var record : sent) {
            record.get();
        }
    }

    private static double perSecond(long count, long nanos) {
        return count
                * (double) Duration.ofSeconds(1).toNanos()
                / Math.max(nanos, TimeUnit.MILLISECONDS.toNanos(1));
    }
}
