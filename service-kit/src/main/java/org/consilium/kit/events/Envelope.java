package org.consilium.kit.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.consilium.contracts.Source;

/**
 * A CloudEvents 1.0 event in Kafka's binary mode: attributes as {@code ce_} headers, the JSON as
 * the value.
 *
 * @param seq the event's place in its case, from 1, without gaps
 * @param data the JSON as it stands in the source's event log
 * @param traceparent the trace the event belongs to; null when none was recorded
 */
public record Envelope(
        UUID id,
        Source source,
        String type,
        UUID caseId,
        long seq,
        String actor,
        Instant time,
        String data,
        @JsonInclude(JsonInclude.Include.NON_NULL) String traceparent) {

    /** One that belongs to no trace. */
    public Envelope(
            UUID id,
            Source source,
            String type,
            UUID caseId,
            long seq,
            String actor,
            Instant time,
            String data) {
        this(id, source, type, caseId, seq, actor, time, data, null);
    }

    /** The headers are not those of an event that any of our services publishes. */
    public static class Malformed extends RuntimeException {
        public Malformed(String rule) {
            super(rule);
        }
    }

    public List<Header> headers() {
        var headers = new ArrayList<Header>();
        headers.add(header("content-type", "application/json"));
        headers.add(header("ce_specversion", "1.0"));
        headers.add(header("ce_id", id.toString()));
        headers.add(header("ce_source", source.uri()));
        headers.add(header("ce_type", type));
        headers.add(header("ce_subject", caseId.toString()));
        headers.add(header("ce_time", time.toString()));
        headers.add(header("ce_dataschema", "urn:consilium:schema:" + type));
        headers.add(header("ce_sequence", Long.toString(seq)));
        headers.add(header("ce_actor", actor));
        if (traceparent != null) {
            headers.add(header("ce_traceparent", traceparent));
        }
        return headers;
    }

    /**
     * Reads what {@link #headers()} wrote.
     *
     * @throws Malformed naming the header and the rule it breaks
     */
    public static Envelope read(Headers headers, byte[] value) {
        if (value == null) {
            throw new Malformed("value is missing");
        }
        try {
            return new Envelope(
                    UUID.fromString(required(headers, "ce_id")),
                    Source.ofUri(required(headers, "ce_source"))
                            .orElseThrow(() -> new Malformed("ce_source is none of ours")),
                    required(headers, "ce_type"),
                    UUID.fromString(required(headers, "ce_subject")),
                    positive(required(headers, "ce_sequence")),
                    required(headers, "ce_actor"),
                    Instant.parse(required(headers, "ce_time")),
                    new String(value, StandardCharsets.UTF_8),
                    optional(headers, "ce_traceparent"));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new Malformed("ce_id, ce_subject, ce_sequence or ce_time cannot be read");
        }
    }

    /** The same, with the step that published it. */
    Envelope in(String publishingStep) {
        return new Envelope(id, source, type, caseId, seq, actor, time, data, publishingStep);
    }

    private static long positive(String number) {
        long value = Long.parseLong(number);
        if (value < 1) {
            throw new Malformed("ce_sequence starts at 1");
        }
        return value;
    }

    private static String required(Headers headers, String name) {
        var value = optional(headers, name);
        if (value == null) {
            throw new Malformed(name + " is missing");
        }
        return value;
    }

    private static String optional(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? null
                : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
