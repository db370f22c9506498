package org.consilium.system.faults;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
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
public final class Checker {

    private final RunningSystem system;

    public Checker(RunningSystem system) {
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
        theLogIsWhole(Service.INTAKE);
        for (var listener : LISTENERS) {
            heardOnce(Service.INTAKE, listener);
            assertThat(rows(listener, ACCESS))
                    .as("who may see what in %s", listener)
                    .isEqualTo(rows(Service.INTAKE, ACCESS));
        }
        welcomedOnce();
        return duplicatesOnTheTopic(Service.INTAKE);
    }

    /**
     * The same of whole cases and of every service.
     *
     * @param delivered the cases whose opinion was released to somebody who was told so
     * @return how often an event stands on its topic a second time
     */
    public int nothingIsLostAnywhere(Collection<String> delivered) {
        var duplicates = 0;
        for (var service : Service.values()) {
            await("the outbox of " + service)
                    .atMost(90, SECONDS)
                    .until(() -> count(service, "select count(*) from outbox") == 0);
            theLogIsWhole(service);
        }
        for (var source : HEARD_BY.keySet()) {
            HEARD_BY.get(source).forEach(listener -> heardOnce(source, listener));
            duplicates += duplicatesOnTheTopic(source);
        }
        assertThat(rows(Service.REVIEW, RELEASED))
                .as("each opinion was released once")
                .doesNotHaveDuplicates()
                .containsAll(delivered);
        await().atMost(90, SECONDS)
                .until(() -> rows(Service.NOTIFICATION, WELCOMED).containsAll(opened()));
        return duplicates;
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

    private void theLogIsWhole(Service service) {
        assertThat(count(service, GAPS)).as("gaps in the log of %s", service).isZero();
        assertThat(
                        count(
                                service,
                                "select count(*) from event_head where first_broken_link(case_id) is not null"))
                .as("broken hash chains of %s", service)
                .isZero();
    }

    private void heardOnce(Service source, Service listener) {
        await("what " + listener + " has to hear of " + source)
                .atMost(90, SECONDS)
                .until(() -> unheard(source, listener) == 0);
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
    private int duplicatesOnTheTopic(Service source) {
        var duplicates = 0;
        var last = new HashMap<String, Long>();
        for (var record : onTopic(source.code() + ".events")) {
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

    public long count(Service service, String sql) {
        try (var connection = system.parts().postgres().databases().connect(service.code());
                var row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long unheard(Service source, Service listener) {
        return count(source, "select count(*) from event")
                - count(
                        listener,
                        "select count(*) from inbox where source = '" + source.code() + "'");
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

    private static final Map<Service, List<Service>> HEARD_BY =
            Map.of(
                    Service.INTAKE, LISTENERS,
                    Service.DOCUMENTS,
                            List.of(Service.INTAKE, Service.REVIEW, Service.NOTIFICATION),
                    Service.REVIEW,
                            List.of(Service.INTAKE, Service.DOCUMENTS, Service.NOTIFICATION),
                    Service.NOTIFICATION, List.of(Service.INTAKE));

    private static final String RELEASED =
            "select case_id::text from event where type = 'review.opinion-released.v1'";

    private static final String OPENED =
            "select case_id::text from event where type = 'intake.case-opened.v1'";

    private static final String WELCOMED =
            "select case_id::text from notification where kind = 'welcome'";

    /** When a reviewer's ends, each service decides for itself. */
    private static final String ACCESS =
            """
            select concat_ws(' ', case_id, person, relation, case when relation <> 'REVIEWER' then until end)
            from case_access order by 1""";

    private static final String GAPS =
            """
            select count(*) from (select case_id, max(seq) as last, count(*) as events from event group by case_id) c
            where last <> events""";
}
