package org.consilium.intake.world;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.consilium.contracts.CaseEvent;
import org.consilium.contracts.EventTypes;
import org.consilium.contracts.Source;
import org.consilium.kit.events.Envelope;
import org.consilium.kit.events.EventJson;
import org.eclipse.microprofile.config.ConfigProvider;

/** Another service telling of one case: its events in the case's order. */
public final class OtherService {

    private final Source source;
    private long seq;

    public OtherService(Source source) {
        this.source = source;
    }

    public Envelope tells(CaseEvent event) {
        var envelope =
                new Envelope(
                        UUID.randomUUID(),
                        source,
                        EventTypes.nameOf(event.getClass()),
                        event.caseId(),
                        ++seq,
                        "service:" + source.code() + "-service",
                        Instant.now().truncatedTo(ChronoUnit.MICROS),
                        EventJson.write(event));
        publish(envelope);
        return envelope;
    }

    public static void publish(Envelope envelope) {
        var record =
                new ProducerRecord<>(
                        setting("TOPIC_PREFIX") + envelope.source().topic(),
                        null,
                        envelope.caseId().toString(),
                        envelope.data().getBytes(StandardCharsets.UTF_8),
                        envelope.headers());
        try (var producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", setting("KAFKA_ADDRESS")),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            producer.send(record).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
