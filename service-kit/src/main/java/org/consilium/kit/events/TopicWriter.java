package org.consilium.kit.events;

import static java.util.stream.Collectors.toMap;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The service's one Kafka producer: idempotent, every in-sync replica acknowledges. Made at the
 * first send.
 */
@ApplicationScoped
class TopicWriter {

    /**
     * What says how a broker is reached safely; the rest of a channel's settings is not for here.
     */
    private static final List<String> SAFETY = List.of("security.", "sasl.", "ssl.");

    private final Map<String, Object> kafka;
    private final String brokers;
    private final String prefix;
    private Producer<String, byte[]> producer;

    /**
     * @param kafka all settings under {@code kafka.}, which the channels have as well
     */
    TopicWriter(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "kafka.bootstrap.servers") String brokers,
            @ConfigProperty(name = "consilium.topic-prefix") Optional<String> prefix) {
        this.kafka = kafka;
        this.brokers = brokers;
        this.prefix = prefix.orElse("");
    }

    String named(String topic) {
        return prefix + topic;
    }

    /** Not under the lock: a topic that is not there makes only its own sender wait. */
    Future<RecordMetadata> send(ProducerRecord<String, byte[]> record) {
        return producer().send(record);
    }

    void flush() {
        producer().flush();
    }

    /** The next record is sent by a new producer. */
    synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(2));
            producer = null;
        }
    }

    /** No later attempt will fare better. */
    static boolean isRefusedForGood(Exception failure) {
        return failure.getCause() instanceof RecordTooLargeException
                || failure.getCause() instanceof InvalidTopicException;
    }

    /** In a word: Kafka's own words may quote the record. */
    static String reasonOf(Exception failure) {
        var cause = failure.getCause() == null ? failure : failure.getCause();
        return cause.getClass().getSimpleName();
    }

    private synchronized Producer<String, byte[]> producer() {
        if (producer == null) {
            producer =
                    new KafkaProducer<>(
                            settings(), new StringSerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    private Map<String, Object> settings() {
        var settings = new HashMap<>(safety(kafka));
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // The relay's transaction, with its lock, stays open no longer than this in an outage.
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        return settings;
    }

    static Map<String, Object> safety(Map<String, Object> kafka) {
        return kafka.entrySet().stream()
                .filter(setting -> SAFETY.stream().anyMatch(setting.getKey()::startsWith))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
