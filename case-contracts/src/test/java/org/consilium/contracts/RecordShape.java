package org.consilium.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Holds a schema against the record it describes, nested records included. */
final class RecordShape {

    private static final Set<Class<?>> YES_OR_NO = Set.of(boolean.class, Boolean.class);

    private RecordShape() {}

    static void assertDescribed(Class<?> record, JsonNode schema) {
        var components = record.getRecordComponents();
        assertThat(schema.path("properties").fieldNames())
                .toIterable()
                .as("properties of %s", record.getSimpleName())
                .containsExactly(names(Arrays.stream(components).toList()));
        assertThat(schema.path("required").valueStream().map(JsonNode::textValue))
                .as("required in %s: whatever is not @Nullable", record.getSimpleName())
                .containsExactly(
                        names(Arrays.stream(components).filter(c -> !mayBeAbsent(c)).toList()));
        assertThat(schema.path("additionalProperties").booleanValue())
                .as("a later version may add fields")
                .isTrue();
        for (var component : components) {
            assertDescribed(
                    component.getGenericType(), schema.at("/properties/" + component.getName()));
        }
    }

    private static void assertDescribed(Type type, JsonNode schema) {
        switch (type) {
            case ParameterizedType many -> {
                assertThat(schema.path("type").textValue()).isEqualTo("array");
                assertThat(schema.path("uniqueItems").booleanValue())
                        .isEqualTo(many.getRawType() == Set.class);
                assertDescribed(many.getActualTypeArguments()[0], schema.path("items"));
            }
            case Class<?> record when record.isRecord() -> assertDescribed(record, schema);
            case Class<?> one when one.isEnum() ->
                    assertThat(schema.path("enum").valueStream().map(JsonNode::textValue))
                            .as("values of %s", one.getSimpleName())
                            .containsExactlyElementsOf(constants(one));
            default -> assertScalar((Class<?>) type, schema);
        }
    }

    private static void assertScalar(Class<?> type, JsonNode schema) {
        if (type == UUID.class) {
            assertThat(schema.path("format").textValue()).isEqualTo("uuid");
        } else if (type == Instant.class) {
            assertThat(schema.path("format").textValue()).isEqualTo("date-time");
        } else if (type == LocalDate.class) {
            assertThat(schema.path("format").textValue()).isEqualTo("date");
        } else if (type == String.class) {
            assertCode(schema.path("pattern").asText());
        } else {
            assertThat(schema.path("type").textValue())
                    .isEqualTo(YES_OR_NO.contains(type) ? "boolean" : "integer");
        }
    }

    /**
     * A string is a code of some form; a pattern that lets a blank through lets a sentence through.
     */
    private static void assertCode(String pattern) {
        assertThat(pattern).as("every string has a pattern, from start to end").matches("\\^.+\\$");
        assertThat("a word and another").doesNotMatch(pattern);
    }

    private static boolean mayBeAbsent(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static String[] names(List<RecordComponent> components) {
        return components.stream().map(RecordComponent::getName).toArray(String[]::new);
    }

    /** Broken glass and a second reader have events of their own: no other tells of them. */
    private static List<String> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value != Relation.BREAK_GLASS && value != Relation.SECOND_READER)
                .map(Object::toString)
                .toList();
    }
}
