package org.consilium.kit.probe;

import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.consilium.contracts.CaseEvent;
import org.consilium.contracts.EventTypes;
import org.consilium.contracts.Source;
import org.consilium.kit.events.Envelope;
import org.consilium.kit.events.EventJson;
import org.consilium.stack.BackingParts;
import org.consilium.stack.Tokens;
import org.eclipse.microprofile.config.ConfigProvider;

/** The probe service as its tests see it from outside: its database, its topics, its callers. */
public final class Probe {

    private static final Tokens TOKENS = new Tokens(BackingParts.addresses().issuer());

    private Probe() {}

    public static String token(String username) {
        return tokenFor(username, "intake");
    }

    public static String tokenFor(String username, String audience) {
        return TOKENS.of(username, audience);
    }

    /** For which services a token is good. */
    public static List<String> audiences(String token) {
        var claims = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), UTF);
        Object audience = new JsonPath(claims).get("aud");
        return audience instanceof List<?> several
                ? several.stream().map(Object::toString).toList()
                : List.of(String.valueOf(audience));
    }

    /** An event of review, as review would put it on its topic. */
    public static Envelope envelope(CaseEvent event, long seq) {
        return new Envelope(
                UUID.randomUUID(),
                Source.REVIEW,
                EventTypes.nameOf(event.getClass()),
                event.caseId(),
                seq,
                "service:review-service",
                Instant.parse("2026-11-21T08:00:00Z"),
                EventJson.write(event));
    }

    public static void publish(Envelope envelope) {
        publish(envelope.caseId().toString(), envelope.data().getBytes(UTF), envelope.headers());
    }

    public static void publish(String key, byte[] value, List<Header> headers) {
        var record = new ProducerRecord<>(topic("review.events"), null, key, value, headers);
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

    /** What stands on a topic of the probe with this key, in its order. */
    public static List<ConsumerRecord<String, byte[]>> onTopic(String name, String key) {
        var found = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", setting("KAFKA_ADDRESS")),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            var partitions =
                    consumer.partitionsFor(topic(name)).stream()
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
        }
        found.removeIf(record -> !key.equals(record.key()));
        return found;
    }

    /** One number from the probe's database. */
    public static long count(String sql, Object... parameters) {
        return Long.parseLong(text(sql, parameters));
    }

    /** One value from the probe's database, as text. */
    public static String text(String sql, Object... parameters) {
        try (var connection = connection();
                var query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setObject(i + 1, parameters[i]);
            }
            try (var row = query.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the service's own user. */
    public static Connection connection() throws SQLException {
        return connectionOf(setting("POSTGRES_USER"), setting("POSTGRES_PASSWORD"));
    }

    /** As the schema's owner, whom the log's own rights do not bind. */
    public static Connection ownersConnection() throws SQLException {
        return connectionOf(setting("POSTGRES_OWNER"), setting("POSTGRES_OWNER_PASSWORD"));
    }

    private static Connection connectionOf(String user, String password) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://"
                        + setting("POSTGRES_ADDRESS")
                        + "/"
                        + setting("POSTGRES_DATABASE"),
                user,
                password);
    }

    private static String topic(String name) {
        return setting("TOPIC_PREFIX") + name;
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    private static final java.nio.charset.Charset UTF = java.nio.charset.StandardCharsets.UTF_8;
}
