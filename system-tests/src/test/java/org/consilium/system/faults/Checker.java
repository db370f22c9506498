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

    /**
     * What must hold after any fault, once everything runs again.
     *
     * @return how often an event stands on intake's topic a second time
     */
    int nothingIsLostAndNothingHappenedTwice(Map<String, String> acknowledged) {
        int duplicates = nothingIsLost(acknowledged);
        for (var listener : LISTENERS) {
            assertThat(rows(listener, ACCESS))
                    .as("who may see what in %s", listener)
                    .isEqualTo(rows(Service.INTAKE, ACCESS));
        }
        return duplicates;
    }

    /** The same, also where review and documents have let in people of their own. */
    int nothingIsLost(Map<String, String> acknowledged) {
        await().atMost(90, SECONDS)
                .until(() -> count(Service.INTAKE, "select count(*) from outbox") == 0);
        openedOnce(acknowledged);
        theLogIsWhole();
        for (var listener : LISTENERS) {
            heardOnce(listener);
        }
        welcomedOnce();
        return duplicatesOnTheTopic();
    }

    private void openedOnce(Map<String, String> acknowledged) {
        assertThat(new HashSet<>(acknowledged.values()))
                .as("one case per key")
                .hasSameSizeAs(acknowledged.keySet());
        assertThat(rows(Service.INTAKE, OPENED))
                .as("each acknowledged case was opened once")
                .doesNotHaveDuplicates()
                .containsAll(acknowledged.values());
    }

    private void theLogIsWhole() {
        assertThat(count(Service.INTAKE, GAPS)).as("gaps in the log").isZero();
        assertThat(
                        count(
                                Service.INTAKE,
                                "select count(*) from event_head where first_broken_link(case_id) is not null"))
                .as("broken hash chains")
                .isZero();
    }

    private void heardOnce(Service listener) {
        await("what " + listener + " has to hear")
                .atMost(90, SECONDS)
                .until(() -> unheard(listener) == 0);
        assertThat(count(listener, "select count(*) from dead_letter"))
                .as("dead letters of %s", listener)
                .isZero();
        assertThat(count(listener, "select count(*) from inbox_waiting"))
                .as("parked events of %s", listener)
                .isZero();
    }

    /** One message for each case that was opened: none is missing, none came twice. */
    private void welcomedOnce() {
        await().atMost(90, SECONDS)
                .until(() -> rows(Service.NOTIFICATION, WELCOMED).size() >= opened().size());
        assertThat(rows(Service.NOTIFICATION, WELCOMED))
                .containsExactlyInAnyOrderElementsOf(opened());
    }

    boolean isOpened(String caseId) {
        return opened().contains(caseId);
    }

    private List<String> opened() {
        return rows(Service.INTAKE, OPENED);
    }

    /** Fails when a case's order is broken there. */
    private int duplicatesOnTheTopic() {
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

    private long unheard(Service listener) {
        return count(Service.INTAKE, "select count(*) from event")
                - count(listener, "select count(*) from inbox where source = 'intake'");
    }

    private List<String> rows(Service service, String sql) {
        var found = new ArrayList<String>();
        try (var connection = system.parts().postgres().databases().connect(service.code());
                var rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found;
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

    private static final List<Service> LISTENERS =
            List.of(Service.DOCUMENTS, Service.REVIEW, Service.NOTIFICATION);

    private static final String OPENED =
            "select case_id::text from event where type = 'intake.case-opened.v1'";

    private static final String WELCOMED =
            "select case_id::text from notification where kind = 'welcome'";

    private static final String ACCESS =
            "select concat_ws(' ', case_id, person, relation, until) from case_access order by 1";

    private static final String GAPS =
            """
            select count(*) from (select case_id, max(seq) as last, count(*) as events from event group by case_id) c
            where last <> events""";
}
