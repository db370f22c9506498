package org.consilium.system.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.consilium.contracts.Source;
import org.consilium.system.tidy.SourceTree;
import org.junit.jupiter.api.Test;

/** {@code docs/asyncapi.yaml}, made of the contracts. */
class AsyncApiTest {

    private static final String SCHEMAS = "case-contracts/src/main/resources/schemas/";

    @Test
    void the_document_holds_every_topic_and_event() throws IOException {
        new Page("asyncapi.yaml")
                .says(
                        HEAD
                                + "\nchannels:\n"
                                + ofEachSource(AsyncApiTest::channel)
                                + "\noperations:\n"
                                + ofEachSource(AsyncApiTest::operation)
                                + "\ncomponents:\n  messages:\n"
                                + PublishedEvent.all().stream()
                                        .map(AsyncApiTest::message)
                                        .collect(Collectors.joining())
                                + HEADERS);
    }

    @Test
    void every_schema_it_points_to_is_there() {
        assertThat(PublishedEvent.all())
                .allMatch(
                        event ->
                                Files.exists(
                                        SourceTree.ROOT.resolve(
                                                SCHEMAS + event.wireName() + ".json")));
    }

    @Test
    void the_headers_are_those_the_kit_writes() throws IOException {
        var envelope = "service-kit/src/main/java/org/consilium/kit/events/Envelope.java";
        var written =
                Pattern.compile("header\\(\"(ce_[a-z]+)\"")
                        .matcher(Files.readString(SourceTree.ROOT.resolve(envelope)))
                        .results()
                        .map(match -> match.group(1));
        var described = Pattern.compile("(ce_[a-z]+):").matcher(HEADERS).results();
        assertThat(described.map(match -> match.group(1)))
                .containsExactlyElementsOf(written.toList());
    }

    private static String ofEachSource(Function<Source, String> text) {
        return Arrays.stream(Source.values()).map(text).collect(Collectors.joining());
    }

    private static String channel(Source source) {
        return """
               %1$s:
                 address: %2$s
                 description: What %1$s-service publishes, keyed by case, so that a case's events keep their order.
                 bindings:
                   kafka: {topic: %2$s, partitions: 12, bindingVersion: 0.5.0}
                 messages:
               %3$s"""
                .formatted(source.code(), source.topic(), messagesOf(source))
                .indent(2);
    }

    private static String messagesOf(Source source) {
        return PublishedEvent.of(source).stream()
                .map(PublishedEvent::name)
                .map("    %1$s: {$ref: '#/components/messages/%1$s'}\n"::formatted)
                .collect(Collectors.joining());
    }

    private static String operation(Source source) {
        return """
               publish-%1$s-events:
                 action: send
                 description: %1$s-service tells what happened.
                 channel: {$ref: '#/channels/%1$s'}
               """
                .formatted(source.code())
                .indent(2);
    }

    private static String message(PublishedEvent event) {
        return """
               %1$s:
                 name: %2$s
                 title: %1$s
                 summary: "%3$s"
                 headers:
                   type: object
                   allOf:
                     - $ref: '#/components/schemas/cloudEvent'
                     - properties: {ce_type: {const: %2$s}}
                 payload: {$ref: '../%4$s%2$s.json'}
                 bindings:
                   kafka: {key: {type: string, format: uuid}, bindingVersion: 0.5.0}
               """
                .formatted(event.name(), event.wireName(), event.meaning(), SCHEMAS)
                .indent(4);
    }

    private static final String HEAD =
            """
            # Made of case-contracts by a test; change the records and schemas, not this file.
            asyncapi: 3.0.0
            id: urn:consilium:events
            info:
              title: Consilium events
              version: 0.1.0
              description: >-
                What the four services tell each other over Kafka: CloudEvents 1.0 in binary mode, at least once, in order within
                a case. Payloads carry ids, codes and dates, never words.
            defaultContentType: application/json
            """;

    private static final String HEADERS =
            """
              schemas:
                cloudEvent:
                  type: object
                  required: [ce_specversion, ce_id, ce_source, ce_type, ce_subject, ce_time, ce_sequence, ce_actor]
                  properties:
                    ce_specversion: {const: '1.0'}
                    ce_id: {type: string, format: uuid, description: A UUID version 7.}
                    ce_source: {type: string, pattern: '^/consilium/[a-z]+$'}
                    ce_type: {type: string}
                    ce_subject: {type: string, format: uuid, description: 'The case, and the key of the record.'}
                    ce_time: {type: string, format: date-time}
                    ce_dataschema: {type: string, format: uri}
                    ce_sequence: {type: string, pattern: '^[1-9][0-9]*$', description: 'The place among this source''s events of the case, from 1, without gaps.'}
                    ce_actor: {type: string, description: Who did it.}
                    ce_traceparent: {type: string, description: "The trace it belongs to, as W3C Trace Context writes it; absent where none is recorded."}
            """;
}
