package org.consilium.notification.world;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.consilium.kit.events.Envelope;
import org.consilium.stack.BackingParts;
import org.consilium.stack.Tokens;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The service as its tests see it from outside: its topics, its database, its callers.
 *
 * @param settings those the service was started with
 */
public record Service(Map<String, String> settings) {

    private static final Map<String, KafkaProducer<String, byte[]>> PRODUCERS =
            new ConcurrentHashMap<>();
    private static final Tokens TOKENS = new Tokens(BackingParts.addresses().issuer());

    /** The one that runs in this test. */
    public static Service underTest() {
        var config = ConfigProvider.getConfig();
        var settings = new HashMap<String, String>();
        for (var name :
                List.of(
                        "KAFKA_ADDRESS",
                        "TOPIC_PREFIX",
                        "POSTGRES_ADDRESS",
                        "POSTGRES_DATABASE",
                        "POSTGRES_USER",
                        "POSTGRES_PASSWORD")) {
            settings.put(name, config.getValue(name, String.class));
        }
        return new Service(settings);
    }

    public static String token(String username) {
        return TOKENS.of(username, "notification");
    }

    /** As its source would put it on its topic. */
    public void publish(Envelope envelope) {
        var record =
                new ProducerRecord<>(
                        topic(envelope.source().topic()),
                        null,
                        envelope.caseId().toString(),
                        envelope.data().getBytes(StandardCharsets.UTF_8),
                        envelope.headers());
        try {
            producer().send(record).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One for all: to make one costs more than to send. */
    private KafkaProducer<String, byte[]> producer() {
        return PRODUCERS.computeIfAbsent(
                settings.get("KAFKA_ADDRESS"),
                _ ->
                        new KafkaProducer<>(
                                broker(), new StringSerializer(), new ByteArraySerializer()));
    }

    /** What the service has published about a case, in its order. */
    public List<Envelope> published(String caseId) {
        var found = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer =
                new KafkaConsumer<>(
                        broker(), new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions =
                    consumer.partitionsFor(topic("notification.events")).stream()
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
        }
        return found.stream()
                .filter(record -> caseId.equals(record.key()))
                .map(record -> Envelope.read(record.headers(), record.value()))
                .toList();
    }

    /** One value from the service's database. */
    public String value(String sql, Object... parameters) {
        try (var connection = database();
                var query = prepare(connection, sql, parameters);
                var row = query.executeQuery()) {
            return row.next() ? row.getString(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What only time would do. */
    public void change(String sql, Object... parameters) {
        try (var connection = database();
                var change = prepare(connection, sql, parameters)) {
            change.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... values)
            throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private Connection database() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://"
                        + settings.get("POSTGRES_ADDRESS")
                        + "/"
                        + settings.get("POSTGRES_DATABASE"),
                settings.get("POSTGRES_USER"),
                settings.get("POSTGRES_PASSWORD"));
    }

    private Map<String, Object> broker() {
        return Map.of("bootstrap.servers", settings.get("KAFKA_ADDRESS"));
    }

    private String topic(String name) {
        return settings.get("TOPIC_PREFIX") + name;
    }
}
