package org.consilium.kit.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.lang.reflect.Type;

/**
 * What a row keeps as JSON. What goes wrong says the type and no more: the parser's own words quote
 * the value, and whoever logs a failure logs its causes.
 */
@Singleton
public class StoredJson {

    private final ObjectMapper json;

    public StoredJson(ObjectMapper json) {
        this.json = json;
    }

    public String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be stored: " + value.getClass().getName());
        }
    }

    public <T> T read(String stored, Class<T> type) {
        return parsed(type, () -> json.readValue(stored, type));
    }

    public <T> T read(String stored, TypeReference<T> type) {
        return parsed(type.getType(), () -> json.readValue(stored, type));
    }

    private interface Parsing<T> {
        T parse() throws JsonProcessingException;
    }

    private static <T> T parsed(Type type, Parsing<T> parsing) {
        try {
            return parsing.parse();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "what is stored cannot be read as " + type.getTypeName());
        }
    }
}
