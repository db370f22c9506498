package org.consilium.system.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.consilium.contracts.CaseEvent;
import org.consilium.contracts.ContractSamples;
import org.consilium.contracts.EventTypes;
import org.consilium.contracts.Source;

/** An event as the documents speak of it. */
record PublishedEvent(Source source, String name, String wireName, String meaning) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** In the order in which the contracts declare them. */
    static List<PublishedEvent> all() {
        return Arrays.stream(Source.values())
                .flatMap(
                        source ->
                                Arrays.stream(source.events().getPermittedSubclasses())
                                        .map(type -> of(source, type.asSubclass(CaseEvent.class))))
                .toList();
    }

    static List<PublishedEvent> of(Source source) {
        return all().stream().filter(event -> event.source() == source).toList();
    }

    private static PublishedEvent of(Source source, Class<? extends CaseEvent> type) {
        var wireName = EventTypes.nameOf(type);
        var meaning = schema(wireName).path("description").asText();
        return new PublishedEvent(source, type.getSimpleName(), wireName, meaning);
    }

    private static JsonNode schema(String wireName) {
        try {
            return JSON.readTree(ContractSamples.schema(wireName));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
