package org.consilium.system.rights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.consilium.system.Service;
import org.consilium.system.tidy.SourceTree;
import org.yaml.snakeyaml.Yaml;

/** The published description of a service, {@code docs/openapi}. */
final class OpenApi {

    private static final Set<String> METHODS =
            Set.of("get", "post", "put", "patch", "delete", "head", "options");

    private OpenApi() {}

    /** Such as {@code GET /api/cases/{caseId}}. */
    static Set<String> calls(Service service) {
        var file = SourceTree.ROOT.resolve("docs/openapi/" + service.code() + ".yaml");
        try {
            Map<String, Map<String, Map<String, Object>>> document =
                    new Yaml().load(Files.readString(file));
            var calls = new TreeSet<String>();
            document.get("paths")
                    .forEach(
                            (path, item) ->
                                    item.keySet().stream()
                                            .filter(METHODS::contains)
                                            .map(method -> method.toUpperCase(Locale.ROOT))
                                            .forEach(method -> calls.add(method + " " + path)));
            return calls;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
