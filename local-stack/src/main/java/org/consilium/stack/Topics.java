package org.consilium.stack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics of the architecture, made by deployment and never by use. */
public final class Topics {

    public static final int PARTITIONS = 12;

    private Topics() {}

    /** Repeatable. A prefix keeps test runs on one broker apart; empty in the running system. */
    public static void create(String kafkaAddress, String prefix) {
        try (var admin = admin(kafkaAddress)) {
            admin.createTopics(topics(prefix)).values().values().forEach(Topics::done);
        }
    }

    static Admin admin(String kafkaAddress) {
        return Admin.create(
                Map.of(
                        "bootstrap.servers",
                        kafkaAddress,
                        "request.timeout.ms",
                        "5000",
                        "default.api.timeout.ms",
                        "10000"));
    }

    private static void done(KafkaFuture<Void> creation) {
        try {
            creation.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<NewTopic> topics(String prefix) {
        return names().map(
                        topic ->
                                new NewTopic(
                                        prefix + topic, Optional.of(PARTITIONS), Optional.empty()))
                .toList();
    }

    /** Without a prefix. */
    public static Stream<String> names() {
        return Stream.of("intake", "documents", "review", "notification")
                .flatMap(source -> Stream.of(source + ".events", source + ".dead-letters"));
    }
}
