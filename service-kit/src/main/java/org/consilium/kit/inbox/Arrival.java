package org.consilium.kit.inbox;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.consilium.kit.events.Envelope;
import org.consilium.kit.work.Sha256;

/** The way a message came, and it as it came: what a dead letter keeps. */
final class Arrival {

    private final String origin;
    private final String headers;
    private final byte[] payload;

    private Arrival(String origin, String headers, byte[] payload) {
        this.origin = origin;
        this.headers = headers;
        this.payload = payload;
    }

    static Arrival of(ConsumerRecord<String, byte[]> record) {
        return new Arrival(
                record.topic() + "-" + record.partition() + "@" + record.offset(),
                text(Arrays.asList(record.headers().toArray())),
                record.value() == null ? new byte[0] : record.value());
    }

    /** It had come before its turn. */
    static Arrival afterWaiting(Envelope event) {
        return of("waited for its turn", event);
    }

    static Arrival askedOfItsSource(Envelope event) {
        return of("asked of " + event.source().code(), event);
    }

    /** For the operator: Kafka's topic, partition and offset, or where else it was. */
    String origin() {
        return origin;
    }

    String headers() {
        return headers;
    }

    byte[] payload() {
        return payload;
    }

    /** The same for the same bytes from the same place. */
    String identity() {
        return origin + " " + Sha256.hex(payload);
    }

    private static Arrival of(String origin, Envelope event) {
        return new Arrival(
                origin, text(event.headers()), event.data().getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Iterable<Header> headers) {
        return StreamSupport.stream(headers.spliterator(), false)
                .map(header -> header.key() + ": " + value(header))
                .collect(Collectors.joining("\n"))
                .replace('\0', '?'); // PostgreSQL's text has no such character
    }

    private static String value(Header header) {
        return header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
