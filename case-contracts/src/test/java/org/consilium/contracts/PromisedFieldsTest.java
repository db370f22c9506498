package org.consilium.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A published event may only grow by optional fields. {@code promised-fields.txt} holds every field
 * ever promised and which of them are required; it only ever gains lines, by hand. Whoever has to
 * change or delete one is breaking a consumer and wants a {@code .v2}.
 */
class PromisedFieldsTest {

    private static final Path PROMISES = Path.of("src/test/resources/promised-fields.txt");

    @Test
    void every_promise_is_kept() throws IOException {
        assertThat(today()).containsAll(Files.readAllLines(PROMISES));
    }

    @Test
    void every_field_is_promised() throws IOException {
        assertThat(Files.readAllLines(PROMISES)).as("add these lines").containsAll(today());
    }

    private static List<String> today() {
        return EventTypes.all().stream()
                .flatMap(event -> promises(EventTypes.nameOf(event), WireJson.schema(event)))
                .sorted()
                .toList();
    }

    private static Stream<String> promises(String place, JsonNode schema) {
        if (schema.has("items")) {
            return Stream.concat(
                    Stream.of(place + " " + keywords(schema)),
                    promises(place + "[]", schema.path("items")));
        }
        if (!schema.has("properties")) {
            return Stream.of(place + " " + keywords(schema));
        }
        return Stream.concat(
                Stream.of(place + " requires " + required(schema)),
                schema.path("properties")
                        .propertyStream()
                        .flatMap(
                                field -> promises(place + " " + field.getKey(), field.getValue())));
    }

    private static String required(JsonNode schema) {
        return schema.path("required")
                .valueStream()
                .map(JsonNode::asText)
                .collect(Collectors.joining(", "));
    }

    private static JsonNode keywords(JsonNode schema) {
        return ((ObjectNode) schema.deepCopy()).remove(Set.of("description", "items"));
    }
}
