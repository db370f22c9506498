package org.consilium.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The contract of each event as files: its JSON Schema, and one example that publisher and
 * consumers test against.
 */
public final class ContractSamples {

    private ContractSamples() {}

    /**
     * The example of an event, as JSON.
     *
     * @throws IllegalArgumentException when no event has that name
     */
    public static String read(String wireName) {
        return resource("/samples/" + wireName + ".json");
    }

    /**
     * The event's JSON Schema, draft 2020-12, complete in itself.
     *
     * @throws IllegalArgumentException when no event has that name
     */
    public static String schema(String wireName) {
        return resource("/schemas/" + wireName + ".json");
    }

    private static String resource(String path) {
        try (var file = ContractSamples.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalArgumentException("no such contract file: " + path);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
