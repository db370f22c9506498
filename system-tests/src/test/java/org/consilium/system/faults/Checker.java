package org.consilium.system.faults;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.consilium.system.RunningSystem;
import org.consilium.system.Service;

/** Looks from outside, into tables and topics, and shares no code with the services. */
final class Checker {

    private final RunningSystem system;

    Checker(RunningSystem system) {
        this.system = system;
    }

    /** What must hold after any fault, once everything runs again. */
    void nothingIsLostAndNothingHappenedTwice(Map<String, String> acknowledged) {
        await().atMost(90, SECONDS)
                .until(() -> count(Service.INTAKE, "select count(*) from outbox") == 0);
        await().atMost(90, SECONDS).until(() -> unheard() == 0);
        assertThat(new HashSet<>(acknowledged.values()))
                .as("one case per key")
                .hasSameSizeAs(acknowledged.keySet());
        assertThat(openings())
                .as("each acknowledged case was opened once")
                .doesNotHaveDuplicates()
                .containsAll(acknowledged.values());
        assertThat(count(Service.INTAKE, GAPS)).as("gaps in the log").isZero();
        assertThat(
                        count(
                                Service.INTAKE,
                                "select count(*) from event_head where first_broken_link(case_id) is not null"))
                .as("broken hash chains")
                .isZero();
        assertThat(count(Service.DOCUMENTS, "select count(*) from dead_letter"))
                .as("dead letters")
                .isZero();
        assertThat(count(Service.DOCUMENTS, "select count(*) from inbox_waiting"))
                .as("parked events")
                .isZero();
        assertThat(accessIn(Service.DOCUMENTS)).as("effects").isEqualTo(accessIn(Service.INTAKE));
    }

    /**
     * How often an event stands on intake's topic more than once; fails when a case's order is
     * broken there.
     */
    int duplicatesOnTheTopic() {
        var duplicates = 0;
        var last = new HashMap<String, Long>();
        for (var record : onTopic("intake.events")) {
            var seq =
                    Long.parseLong(
                            new String(
                                    record.headers().lastHeader("ce_sequence").value(),
                                    StandardCharsets.UTF_8));
            var before = last.getOrDefault(record.key(), 0L);
            assertThat(seq)
                    .as("next of case %s after %d", record.key(), before)
                    .isLessThanOrEqualTo(before + 1);
            duplicates += seq <= before ? 1 : 0;
            last.merge(record.key(), seq, Math::max);
        }
        return duplicates;
    }

    long count(Service service, String sql) {
        try (var connection = system.parts().postgres().databases().connect(service.code());
                var row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Events of intake that documents has not handled. */
    long unheard() {
        return count(Service.INTAKE, "select count(*) from event")
                - count(Service.DOCUMENTS, "select count(*) from inbox where source = 'intake'");
    }

    private List<String> openings() {
        var sql = "select case_id::text from event where type = 'intake.case-opened.v1'";
        var found = new ArrayList<String>();
        try (var connection = system.parts().postgres().databases().connect("intake");
                var rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    private long accessIn(Service service) {
        return count(service, "select count(*) from case_access where relation = 'REPRESENTATIVE'");
    }

    private Iterable<ConsumerRecord<String, byte[]>> onTopic(String topic) {
        var found = new ArrayList<ConsumerRecord<String, byte[]>>();
        Map<String, Object> settings = Map.of("bootstrap.servers", system.addresses().kafka());
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
        }
        return found;
    }

    private static final String GAPS =
            """
            select count(*) from (select case_id, max(seq) as last, count(*) as events from event group by case_id) c
            where last <> events""";
}
