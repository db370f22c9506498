package org.consilium.ops.backlog;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static java.util.stream.Collectors.toMap;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.consilium.contracts.Source;
import org.consilium.ops.console.Environment;
import org.consilium.ops.console.Impossible;
import org.consilium.ops.console.KafkaSettings;

/** How many events each service has not heard yet, by topic, and how many consumers hear it. */
final class Lag {

    private final Environment environment;

    Lag(Environment environment) {
        this.environment = environment;
    }

    /** How many services hear nothing, as none of their consumers is there. */
    int printTo(PrintWriter out) throws InterruptedException {
        int deaf = 0;
        try (var kafka = Admin.create(KafkaSettings.of(environment))) {
            for (var service : Source.values()) {
                deaf += isDeaf(service.code() + "-service", kafka, out) ? 1 : 0;
            }
            return deaf;
        } catch (ExecutionException e) {
            throw new Impossible("Kafka says " + e.getCause().getClass().getSimpleName());
        }
    }

    /** A group that has never heard anything is unknown to Kafka, and has no line. */
    private static boolean isDeaf(String group, Admin kafka, PrintWriter out)
            throws ExecutionException, InterruptedException {
        var behind = behind(group, kafka);
        if (behind.isEmpty()) {
            return false;
        }
        int consumers =
                kafka.describeConsumerGroups(Set.of(group))
                        .describedGroups()
                        .get(group)
                        .get()
                        .members()
                        .size();
        behind.forEach(
                (topic, events) ->
                        out.printf(
                                "group=%s topic=%s behind=%d consumers=%d%n",
                                group, topic, events, consumers));
        return consumers == 0;
    }

    private static Map<String, Long> behind(String group, Admin kafka)
            throws ExecutionException, InterruptedException {
        var read = kafka.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
        read.values().removeIf(offset -> offset == null);
        var ends =
                kafka.listOffsets(
                                read.keySet().stream()
                                        .collect(toMap(at -> at, _ -> OffsetSpec.latest())))
                        .all()
                        .get();
        return read.entrySet().stream()
                .collect(
                        groupingBy(
                                at -> at.getKey().topic(),
                                TreeMap::new,
                                summingLong(
                                        at ->
                                                ends.get(partition(at)).offset()
                                                        - at.getValue().offset())));
    }

    private static TopicPartition partition(Map.Entry<TopicPartition, ?> entry) {
        return entry.getKey();
    }
}
