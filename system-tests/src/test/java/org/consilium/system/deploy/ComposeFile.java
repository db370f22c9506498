package org.consilium.system.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.consilium.system.tidy.SourceTree;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** docker-compose.yml as Compose reads it, merges done, variables left as they stand. */
record ComposeFile(String text, Map<String, Map<String, Object>> services) {

    @SuppressWarnings("unchecked") // YAML has no types; the tests fail where a shape is another.
    static ComposeFile read() {
        try {
            var text = Files.readString(SourceTree.ROOT.resolve("docker-compose.yml"));
            Map<String, Object> file =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            return new ComposeFile(text, (Map<String, Map<String, Object>>) file.get("services"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty when the service names no environment. */
    @SuppressWarnings("unchecked")
    Map<String, Object> environment(String service) {
        return (Map<String, Object>) services.get(service).getOrDefault("environment", Map.of());
    }

    @SuppressWarnings("unchecked")
    List<String> ports(String service) {
        return (List<String>) services.get(service).getOrDefault("ports", List.of());
    }
}
