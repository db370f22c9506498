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

    private static final String PILE_UP =
            """
            insert into outbox (case_id, seq)
            select case_id, seq from event order by case_id, seq limit 20000""";

    private final RunningSystem system;
    private final Report report;

    Backlog(RunningSystem system, Report report) {
        this.system = system;
        this.report = report;
    }

    void measure() throws Exception {
        Waiting.until("the outbox is empty", () -> queued() == 0);
        var piled = pileUp();
        var start = System.nanoTime();
        Waiting.until("the backlog is gone", () -> queued() == 0);
        var relayed = perSecond(piled, System.nanoTime() - start);
        var sent = bareProducer(piled);
        report.section(
                "Backlog of %d events".formatted(piled),
                "relay per second",
                "bare producer",
                "ratio");
        report.row(relayed, sent, relayed / sent);
    }

    private int pileUp() throws SQLException {
        try (var connection = system.addresses().postgres().connect("intake");
                var statement = connection.createStatement()) {
            return statement.executeUpdate(PILE_UP);
        }
    }

    private long queued() {
        try (var connection = system.addresses().postgres().connect("intake");
                var row =
                        connection.createStatement().executeQuery("select count(*) from outbox")) {
            row.next();
            return row.getLong(1);
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
