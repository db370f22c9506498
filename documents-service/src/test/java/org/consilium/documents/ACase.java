package org.consilium.documents;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
import org.consilium.contracts.ChecklistItem;
import org.consilium.contracts.DocumentsEvent;
import org.consilium.contracts.EventTypes;
import org.consilium.contracts.IntakeEvent.CaseOpened;
import org.consilium.contracts.IntakeEvent.CaseSubmitted;
import org.consilium.contracts.OpinionForm;
import org.consilium.contracts.Relation;
import org.consilium.contracts.ReviewEvent.OfferAccepted;
import org.consilium.contracts.Source;
import org.consilium.kit.events.Envelope;
import org.consilium.kit.events.EventJson;
import org.eclipse.microprofile.config.ConfigProvider;

/** A case as the other services tell of it, over the real Kafka. */
public final class ACase {

    private static final KafkaProducer<String, byte[]> PRODUCER =
            new KafkaProducer<>(
                    Map.of("bootstrap.servers", setting("KAFKA_ADDRESS"), "acks", "all"),
                    new StringSerializer(),
                    new ByteArraySerializer());

    private final UUID id = UUID.randomUUID();
    private final Map<Source, Long> seq = new EnumMap<>(Source.class);

    private ACase() {}

    /** Amina, a representative, has opened it. */
    public static ACase opened() {
        return unheard().open();
    }

    /** Amina has opened it for another service, after the other one. */
    public static ACase following(ACase earlier) {
        return unheard().open(earlier.id());
    }

    /** Nobody has told of it yet. */
    public static ACase unheard() {
        return new ACase();
    }

    public ACase open() {
        return open(null);
    }

    private ACase open(UUID earlier) {
        tell(
                Source.INTAKE,
                new CaseOpened(
                        id,
                        "C-1",
                        "family-abroad",
                        1,
                        "second-opinion",
                        People.AMINA.id(),
                        Relation.REPRESENTATIVE,
                        "en",
                        earlier));
        return this;
    }

    public UUID id() {
        return id;
    }

    public ACase submittedWith(ChecklistItem... checklist) {
        tell(
                Source.INTAKE,
                new CaseSubmitted(
                        id,
                        "C-1",
                        "family-abroad",
                        1,
                        "second-opinion",
                        People.AMINA.id(),
                        Relation.REPRESENTATIVE,
                        "en",
                        Set.of("serious-diagnosis"),
                        List.of(UUID.randomUUID()),
                        List.of(checklist),
                        new OpinionForm(List.of("diagnosis-correct"), List.of("diagnosis")),
                        null,
                        LocalDate.of(2027, 1, 1),
                        true,
                        true));
        return this;
    }

    public ACase reviewedBy(People reviewer) {
        tell(
                Source.REVIEW,
                new OfferAccepted(
                        id, UUID.randomUUID(), reviewer.id(), Instant.now().plusSeconds(86_400)));
        return this;
    }

    public Envelope tell(Source source, CaseEvent event) {
        var envelope =
                new Envelope(
                        UUID.randomUUID(),
                        source,
                        EventTypes.nameOf(event.getClass()),
                        id,
                        seq.merge(source, 1L, Long::sum),
                        "service:test",
                        Instant.now(),
                        EventJson.write(event));
        send(envelope);
        return envelope;
    }

    public static void send(Envelope envelope) {
        var topic = setting("TOPIC_PREFIX") + envelope.source().topic();
        var value = envelope.data().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        try {
            PRODUCER.send(
                            new ProducerRecord<>(
                                    topic,
                                    null,
                                    envelope.caseId().toString(),
                                    value,
                                    envelope.headers()))
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What documents has published of this case so far, in its order. */
    public List<DocumentsEvent> published() {
        try (var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of("bootstrap.servers", setting("KAFKA_ADDRESS")),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            var partitions =
                    consumer.partitionsFor(setting("TOPIC_PREFIX") + "documents.events").stream()
                            .map(p -> new TopicPartition(p.topic(), p.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var found = new java.util.ArrayList<DocumentsEvent>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    var envelope = Envelope.read(record.headers(), record.value());
                    if (envelope.caseId().equals(id)) {
                        var type = EventTypes.byName(envelope.type()).orElseThrow();
                        found.add((DocumentsEvent) EventJson.read(envelope.data(), type));
                    }
                }
            }
            return found;
        }
    }

    static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
