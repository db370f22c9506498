package org.consilium.review.world;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.consilium.contracts.CaseEvent;
import org.consilium.contracts.EventTypes;
import org.consilium.contracts.Source;
import org.consilium.kit.events.Envelope;
import org.consilium.kit.events.EventJson;
import org.eclipse.microprofile.config.ConfigProvider;

/** The other services' topics, written as their relays write them, and review's own, read. */
public final class Feed {

    private static final Map<String, Long> LAST_SEQ = new ConcurrentHashMap<>();
    private static KafkaProducer<String, byte[]> producer;

    private Feed() {}

    /** Puts the next event of its source and case on the source's topic. */
    public static Envelope tell(CaseEvent event) {
        var source =
                Arrays.stream(Source.values())
                        .filter(each -> each.events().isInstance(event))
                        .findFirst()
                        .orElseThrow();
        var envelope =
                new Envelope(
                        UUID.randomUUID(),
                        source,
                        EventTypes.nameOf(event.getClass()),
                        event.caseId(),
                        LAST_SEQ.merge(source + "/" + event.caseId(), 1L, Long::sum),
                        "service:test",
                        Instant.now(),
                        EventJson.write(event));
        send(envelope);
        return envelope;
    }

    /** Also again, or out of turn. */
    public static void send(Envelope envelope) {
        var data = envelope.data().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var record =
                new ProducerRecord<>(
                        setting("TOPIC_PREFIX") + envelope.source().topic(),
                        null,
                        envelope.caseId().toString(),
                        data,
                        envelope.headers());
        try {
            producer().send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everything that review has published of the case, as it stands on its topic. */
    public static List<Envelope> published(UUID caseId) {
        var topic = setting("TOPIC_PREFIX") + Source.REVIEW.topic();
        try (var consumer =
                new KafkaConsumer<>(
                        servers(), new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var found = new java.util.ArrayList<Envelope>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(
                                record ->
                                        found.add(Envelope.read(record.headers(), record.value())));
            }
            return found.stream().filter(event -> event.caseId().equals(caseId)).toList();
        }
    }

    private static synchronized KafkaProducer<String, byte[]> producer() {
        if (producer == null) {
            producer =
                    new KafkaProducer<>(
                            servers(), new StringSerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    private static Properties servers() {
        var properties = new Properties();
        properties.put("bootstrap.servers", setting("KAFKA_ADDRESS"));
        return properties;
    }

    static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
