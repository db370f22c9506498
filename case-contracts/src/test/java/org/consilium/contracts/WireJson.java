package org.consilium.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * JSON as the services write it: ISO dates, enums by name, nulls left out. Strict where they are
 * lenient: a field the record does not know is an error here.
 */
final class WireJson {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    // Sets keep the order of the file, so that what is written can be compared.
                    .addModule(
                            new SimpleModule()
                                    .addAbstractTypeMapping(Set.class, LinkedHashSet.class))
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(Include.NON_NULL, Include.NON_NULL))
                    .build();

    private WireJson() {}

    static ObjectNode sample(Class<? extends CaseEvent> event) {
        return (ObjectNode) parse(ContractSamples.read(EventTypes.nameOf(event)));
    }

    static JsonNode schema(Class<? extends CaseEvent> event) {
        return parse(ContractSamples.schema(EventTypes.nameOf(event)));
    }

    static <E extends CaseEvent> JsonNode writtenBack(JsonNode json, Class<E> event) {
        try {
            return JSON.readTree(JSON.writeValueAsBytes(JSON.treeToValue(json, event)));
        } catch (IOException e) {
            throw new AssertionError("does not read into " + event.getSimpleName(), e);
        }
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
