package org.consilium.ops.flow;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static java.util.stream.Collectors.toMap;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.consilium.contracts.Source;
import org.consilium.ops.console.Environment;
import org.consilium.ops.console.Impossible;

/** How many events each service has not heard yet, by topic. */
final class Lag {

    private final Environment environment;

    Lag(Environment environment) {
        this.environment = environment;
    }

    void printTo(PrintWriter out) throws InterruptedException {
        try (var kafka = Admin.create(settings())) {
            for (var service : Source.values()) {
                var group = service.code() + "-service";
                behind(group, kafka)
                        .forEach(
                                (topic, events) ->
                                        out.printf(
                                                "group=%s topic=%s behind=%d%n",
                                                group, topic, events));
            }
        } catch (ExecutionException e) {
            throw new Impossible("Kafka says " + e.getCause().getClass().getSimpleName());
        }
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

    /** {@code KAFKA_SASL_MECHANISM} is {@code sasl.mechanism}, as the services have it. */
    private Map<String, Object> settings() {
        var settings = new HashMap<String, Object>();
        environment.variables().entrySet().stream()
                .filter(variable -> isSafety(variable.getKey()))
                .forEach(
                        variable ->
                                settings.put(
                                        variable.getKey()
                                                .substring("KAFKA_".length())
                                                .toLowerCase(Locale.ROOT)
                                                .replace('_', '.'),
                                        variable.getValue()));
        settings.put("bootstrap.servers", environment.required("KAFKA_ADDRESS"));
        settings.put("request.timeout.ms", 5_000);
        settings.put("default.api.timeout.ms", 10_000);
        return settings;
    }

    private static boolean isSafety(String variable) {
        return Stream.of("KAFKA_SECURITY_", "KAFKA_SASL_", "KAFKA_SSL_")
                .anyMatch(variable::startsWith);
    }
}
