package org.consilium.system.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.BinaryOperator;

/** JSON of requests and answers. */
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static String write(Object body) {
        try {
            return body == null ? "" : MAPPER.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A copy that may be added to. */
    public static ObjectNode object(JsonNode node) {
        return node.deepCopy();
    }

    static JsonNode read(byte[] bytes) {
        try {
            return MAPPER.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A copy with each text as {@code words} gives it for its place; a list's texts share one. */
    static JsonNode reworded(String place, JsonNode node, BinaryOperator<String> words) {
        if (node.isTextual()) {
            return TextNode.valueOf(words.apply(place, node.textValue()));
        }
        if (node.isArray()) {
            var copy = MAPPER.createArrayNode();
            node.forEach(item -> copy.add(reworded(place, item, words)));
            return copy;
        }
        if (node.isObject()) {
            var copy = MAPPER.createObjectNode();
            node.properties()
                    .forEach(
                            field ->
                                    copy.set(
                                            field.getKey(),
                                            reworded(
                                                    place + "." + field.getKey(),
                                                    field.getValue(),
                                                    words)));
            return copy;
        }
        return node;
    }
}
