package org.consilium.kit.events;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.stream.Collectors.toMap;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
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

    /** A whole turn of the relay in one request or two, as one is under way at a time. */
    private static final int BATCH_BYTES = 64 * 1024;

    private static final int LINGER_MS = 5;
    private static final int DELIVERY_MS = 10_000;

    private final Map<String, Object> kafka;
    private final String brokers;
    private final String prefix;
    private Producer<String, byte[]> producer;
    private volatile Producer<String, byte[]> givenUp;

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

    InOrder inOrder() {
        return new InOrder();
    }

    /**
     * Records that go out in this order or, from the first that fails, not at all: a later one of
     * the same case would overtake it. What is under way then is given up, though the broker may
     * have taken it; the next records go by a new producer.
     */
    final class InOrder {

        private Producer<String, byte[]> by;

        private InOrder() {}

        boolean goesOn() {
            return by == null || !by.equals(givenUp);
        }

        Future<RecordMetadata> send(ProducerRecord<String, byte[]> record) {
            by = by == null ? producer() : by;
            try {
                return by.send(record, this::note);
            } catch (IllegalStateException | KafkaException e) {
                if (goesOn()) {
                    throw e;
                }
                return CompletableFuture.failedFuture(e);
            }
        }

        /**
         * Until each record is taken or has failed.
         *
         * @throws IllegalStateException when that is not so though its time is over: the producer's
         *     thread died, and it has to be replaced
         */
        void flush() throws ExecutionException, InterruptedException {
            if (by == null) {
                return;
            }
            try {
                CompletableFuture.runAsync(by::flush, Thread::startVirtualThread)
                        .get(patience().toMillis(), MILLISECONDS);
            } catch (TimeoutException e) {
                throw new IllegalStateException("the producer says nothing any more", e);
            }
        }

        /** Called by the producer's own thread, which is why it is not joined. */
        private void note(RecordMetadata taken, Exception failure) {
            if (failure != null && goesOn() && !isForGood(failure)) {
                givenUp = by;
                by.close(Duration.ZERO);
            }
        }
    }

    /** The next record is sent by a new producer, also when this one does not close. */
    synchronized void close() {
        var last = producer;
        producer = null;
        if (last != null) {
            last.close(Duration.ofSeconds(2));
        }
    }

    /** No later attempt will fare better. */
    static boolean isRefusedForGood(Exception failure) {
        return isForGood(failure.getCause());
    }

    private static boolean isForGood(Throwable cause) {
        return cause instanceof RecordTooLargeException || cause instanceof InvalidTopicException;
    }

    /** In a word: Kafka's own words may quote the record. */
    static String reasonOf(Exception failure) {
        var cause = failure.getCause() == null ? failure : failure.getCause();
        return cause.getClass().getSimpleName();
    }

    private synchronized Producer<String, byte[]> producer() {
        if (producer == null || producer.equals(givenUp)) {
            producer = newProducer();
        }
        return producer;
    }

    /** The tests' producers fail when they are told to. */
    Producer<String, byte[]> newProducer() {
        return new KafkaProducer<>(settings(), new StringSerializer(), new ByteArraySerializer());
    }

    /** By then the producer itself has given up what it has. */
    Duration patience() {
        return Duration.ofMillis(2L * DELIVERY_MS);
    }

    private Map<String, Object> settings() {
        var settings = new HashMap<>(safety(kafka));
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // A broker that lost its data, or knows a new topic a moment late, refuses one request and
        // takes the next that is on its way: idempotence alone keeps no order there.
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        // The relay's transaction, with its lock, stays open no longer than this in an outage.
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        // A turn's records fill requests; its flush ends the wait, so one event alone waits for
        // none.
        settings.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
        return settings;
    }

    static Map<String, Object> safety(Map<String, Object> kafka) {
        return kafka.entrySet().stream()
                .filter(setting -> SAFETY.stream().anyMatch(setting.getKey()::startsWith))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
