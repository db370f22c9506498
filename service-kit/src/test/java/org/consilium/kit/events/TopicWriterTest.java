package org.consilium.kit.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class TopicWriterTest {

    private final Deque<MockProducer<String, byte[]>> producers =
            new ArrayDeque<>(List.of(mute(), mute()));
    private final MockProducer<String, byte[]> first = producers.getFirst();
    private final MockProducer<String, byte[]> second = producers.getLast();
    private final TopicWriter topics =
            new TopicWriter(Map.of(), "kafka:9092", Optional.empty()) {
                @Override
                Producer<String, byte[]> newProducer() {
                    return producers.remove();
                }

                @Override
                Duration patience() {
                    return Duration.ofMillis(50);
                }
            };

    @Test
    void after_the_first_that_fails_nothing_goes_out_that_came_later() {
        var inOrder = topics.inOrder();
        var sent = List.of(inOrder.send(record("opened")), inOrder.send(record("submitted")));

        first.errorNext(new TimeoutException("Kafka is away"));

        assertThat(sent.getFirst().state()).isEqualTo(Future.State.FAILED);
        assertThat(first.closed()).as("what is under way is given up").isTrue();
        assertThat(inOrder.goesOn()).isFalse();
        assertThat(inOrder.send(record("triaged")).state()).isEqualTo(Future.State.FAILED);
        assertThat(second.history()).isEmpty();
    }

    @Test
    void the_next_turn_goes_by_a_new_producer() {
        var opened = record("opened");
        var once = topics.inOrder().send(opened);
        first.errorNext(new TimeoutException("Kafka is away"));

        var again = topics.inOrder().send(opened);

        assertThat(once.state()).isEqualTo(Future.State.FAILED);
        assertThat(again.state()).isEqualTo(Future.State.RUNNING);
        assertThat(second.history()).containsExactly(opened);
    }

    @Test
    void a_producer_whose_thread_died_keeps_nobody_waiting_for_ever() throws Exception {
        producers.addFirst(new Dead());
        var inOrder = topics.inOrder();
        var never = inOrder.send(record("opened"));
        assertThatThrownBy(inOrder::flush).isInstanceOf(IllegalStateException.class);
        assertThat(never.state()).isEqualTo(Future.State.RUNNING);

        topics.close();
        var next = topics.inOrder();
        var again = next.send(record("opened"));
        first.completeNext();
        next.flush();
        assertThat(again.state()).isEqualTo(Future.State.SUCCESS);
    }

    /** Takes what it is given and never says anything of it. */
    private static final class Dead extends MockProducer<String, byte[]> {

        Dead() {
            super(false, null, new StringSerializer(), new ByteArraySerializer());
        }

        @Override
        public synchronized void flush() {
            try {
                while (!closed()) {
                    wait();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public synchronized void close(Duration timeout) {
            super.close(timeout);
            notifyAll();
        }
    }

    /** It concerns its case alone. */
    @Test
    void what_kafka_will_never_take_holds_up_nobody_else() {
        var inOrder = topics.inOrder();
        var tooLarge = inOrder.send(record("opened"));

        first.errorNext(new RecordTooLargeException("a book"));

        assertThat(tooLarge.state()).isEqualTo(Future.State.FAILED);
        assertThat(inOrder.goesOn()).isTrue();
        assertThat(first.closed()).isFalse();
    }

    private static ProducerRecord<String, byte[]> record(String event) {
        return new ProducerRecord<>("intake.events", "a case", event.getBytes(UTF_8));
    }

    private static MockProducer<String, byte[]> mute() {
        return new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
    }

    /** A channel's group or deserialiser would be nothing to a producer. */
    @Test
    void the_producer_knows_the_brokers_as_safely_as_the_channels_do() {
        var channels =
                Map.<String, Object>of(
                        "bootstrap.servers", "kafka:9092",
                        "address", "kafka:9092",
                        "group.id", "intake-service",
                        "security.protocol", "SASL_SSL",
                        "sasl.mechanism", "SCRAM-SHA-512",
                        "sasl.jaas.config", "it says who this is",
                        "ssl.truststore.location", "/etc/consilium/kafka/ca.crt");
        assertThat(TopicWriter.safety(channels))
                .containsOnlyKeys(
                        "security.protocol",
                        "sasl.mechanism",
                        "sasl.jaas.config",
                        "ssl.truststore.location");
    }
}
