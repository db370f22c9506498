package org.consilium.kit.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.consilium.contracts.CaseEvent;

/**
 * Events as JSON: ISO dates, no nulls, unknown fields ignored, hostile nesting and numbers refused.
 */
public final class EventJson {

    /**
     * Events are ids, codes and dates: one that is larger than this carries something it must not.
     */
    static final int MAX_BYTES = 256 * 1024;

    private static final ObjectMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(20)
                                                    .maxNumberLength(40)
                                                    .maxDocumentLength(MAX_BYTES)
                                                    .build())
                                    .build())
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(
                                    JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                    .build();

    private EventJson() {}

    public static String write(CaseEvent event) {
        try {
            return JSON.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not writable: " + event.getClass());
        }
    }

    /**
     * Reads an event; fields that this version does not know are passed over.
     *
     * @throws Envelope.Malformed when it is not JSON of that event; the parser's words are left
     *     out, they may quote the content
     */
    public static <E extends CaseEvent> E read(String json, Class<E> event) {
        try {
            return JSON.readValue(json, event);
        } catch (JsonProcessingException e) {
            throw new Envelope.Malformed("value is not JSON of its type");
        }
    }
}
