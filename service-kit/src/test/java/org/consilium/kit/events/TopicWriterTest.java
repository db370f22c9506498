package org.consilium.kit.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicWriterTest {

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
