package org.consilium.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventContractTest {

    private static final Pattern WORDS_OF_TEXT =
            Pattern.compile(
                    "(?i).*(name|text|note|diagnos|file|summary|comment|title|descri|message|mail|phone|address|birth).*");

    static Stream<Class<? extends CaseEvent>> events() {
        return EventTypes.all().stream();
    }

    @Nested
    class Every_event {

        @ParameterizedTest
        @MethodSource("org.consilium.contracts.EventContractTest#events")
        void has_a_wire_name_under_its_source_with_a_major_version(
                Class<? extends CaseEvent> event) {
            var source = Stream.of(Source.values()).filter(s -> s.events().isAssignableFrom(event));
            assertThat(EventTypes.nameOf(event))
                    .matches(
                            source.findFirst().orElseThrow().code()
                                    + "\\.[a-z]+(-[a-z]+)*\\.v[1-9]");
        }

        @ParameterizedTest
        @MethodSource("org.consilium.contracts.EventContractTest#events")
        void has_a_schema_that_says_what_the_record_says(Class<? extends CaseEvent> event) {
            var schema = WireJson.schema(event);
            assertThat(schema.path("$id").textValue())
                    .as("the envelope's dataschema")
                    .isEqualTo("urn:consilium:schema:" + EventTypes.nameOf(event));
            assertThat(schema.path("title").textValue()).isEqualTo(event.getSimpleName());
            assertThat(schema.path("description").asText()).isNotBlank();
            RecordShape.assertDescribed(event, schema);
        }

        @ParameterizedTest
        @MethodSource("org.consilium.contracts.EventContractTest#events")
        void carries_no_field_that_smells_of_text(Class<? extends CaseEvent> event) {
            assertThat(event.getRecordComponents())
                    .filteredOn(field -> !field.getType().isEnum())
                    .noneMatch(field -> WORDS_OF_TEXT.matcher(field.getName()).matches());
        }
    }

    @Nested
    class Every_sample {

        @ParameterizedTest
        @MethodSource("org.consilium.contracts.EventContractTest#events")
        void is_valid(Class<? extends CaseEvent> event) {
            assertThat(violations(event, WireJson.sample(event))).isEmpty();
        }

        @ParameterizedTest
        @MethodSource("org.consilium.contracts.EventContractTest#events")
        void shows_every_field(Class<? extends CaseEvent> event) {
            assertThat(WireJson.sample(event).size()).isEqualTo(event.getRecordComponents().length);
        }

        @ParameterizedTest
        @MethodSource("org.consilium.contracts.EventContractTest#events")
        void reads_into_its_record_and_is_written_back_the_same(Class<? extends CaseEvent> event) {
            var sample = WireJson.sample(event);
            assertThat(WireJson.writtenBack(sample, event)).isEqualTo(sample);
        }

        @ParameterizedTest
        @MethodSource("org.consilium.contracts.EventContractTest#events")
        void is_valid_and_readable_without_what_may_be_absent(Class<? extends CaseEvent> event) {
            var required =
                    WireJson.schema(event)
                            .path("required")
                            .valueStream()
                            .map(JsonNode::asText)
                            .toList();
            var least = WireJson.sample(event).retain(required);
            assertThat(violations(event, least)).isEmpty();
            assertThat(WireJson.writtenBack(least, event)).isEqualTo(least);
        }
    }

    @Nested
    class A_schema {

        private final Class<IntakeEvent.CaseTriaged> triaged = IntakeEvent.CaseTriaged.class;

        @Test
        void refuses_an_id_that_is_none() {
            var event = WireJson.sample(triaged).put("coordinator", "Carla");
            assertThat(violations(triaged, event)).anyMatch(v -> v.contains("coordinator"));
        }

        @Test
        void refuses_words_where_a_code_belongs() {
            var event = WireJson.sample(triaged).put("jurisdiction", "Pakistan, near Lahore");
            assertThat(violations(triaged, event)).anyMatch(v -> v.contains("jurisdiction"));
        }

        @Test
        void refuses_an_event_without_a_required_field() {
            var event = WireJson.sample(triaged).without(List.of("urgency"));
            assertThat(violations(triaged, event)).anyMatch(v -> v.contains("urgency"));
        }

        @Test
        void lets_a_later_version_add_a_field() {
            var event = WireJson.sample(triaged).put("addedLater", 1);
            assertThat(violations(triaged, event)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("contractFolders")
    void no_contract_file_is_without_an_event(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".json", "")))
                    .containsExactlyInAnyOrderElementsOf(events().map(EventTypes::nameOf).toList());
        }
    }

    static Stream<Path> contractFolders() {
        return Stream.of("schemas", "samples").map(Path.of("src/main/resources")::resolve);
    }

    private static List<String> violations(Class<? extends CaseEvent> event, JsonNode json) {
        return schemaOf(event)
                .validate(
                        json.toString(),
                        InputFormat.JSON,
                        validation ->
                                validation.executionConfig(c -> c.formatAssertionsEnabled(true)))
                .stream()
                .map(violation -> violation.getInstanceLocation() + " " + violation.getMessage())
                .toList();
    }

    private static Schema schemaOf(Class<? extends CaseEvent> event) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(ContractSamples.schema(EventTypes.nameOf(event)));
    }
}
