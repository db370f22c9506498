package org.consilium.system.deploy.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Operators' resources that no class on our path describes: their fields stand in a list, each
 * looked up in the operator's own definition.
 */
final class CustomFields {

    private static final Set<String> KNOWN = read();

    private CustomFields() {}

    private static Set<String> read() {
        try (var lines = Files.lines(Path.of("src/test/resources/custom-fields.txt"))) {
            return lines.filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<String> refusals(String type, JsonNode document) {
        return fields(type, document).filter(field -> !KNOWN.contains(field));
    }

    /** What the list has and no overlay uses. */
    static List<String> unused(Stream<Overlay> overlays) {
        var left = new TreeSet<>(KNOWN);
        overlays.flatMap(overlay -> overlay.documents().stream())
                .flatMap(document -> fields(typeOf(document), document))
                .forEach(left::remove);
        return List.copyOf(left);
    }

    private static String typeOf(JsonNode document) {
        return document.path("apiVersion").asText() + " " + document.path("kind").asText();
    }

    /** The realm is Keycloak's export; its import says no other. */
    private static Stream<String> fields(String type, JsonNode document) {
        return leaves(type + " spec", document.path("spec"))
                .map(field -> field.replaceFirst("(KeycloakRealmImport spec\\.realm)\\..*", "$1"))
                .map(field -> field.replaceFirst("(spec\\.placeholders\\.)[A-Z_]+", "$1*"))
                .distinct();
    }

    private static Stream<String> leaves(String path, JsonNode node) {
        if (node.isObject()) {
            return node.propertyStream()
                    .flatMap(field -> leaves(path + "." + field.getKey(), field.getValue()));
        }
        return node.isArray()
                ? Workload.each(node).flatMap(element -> leaves(path + "[]", element))
                : Stream.of(path);
    }
}
