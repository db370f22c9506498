package org.consilium.system.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.system.tidy.SourceTree;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** docker-compose.yml as Compose reads it, merges done, variables left as they stand. */
record ComposeFile(String text, Map<String, Object> file) {

    static ComposeFile read() {
        try {
            return of(Files.readString(SourceTree.ROOT.resolve("docker-compose.yml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A key that stands twice is refused, as Compose does. */
    static ComposeFile of(String text) {
        var strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        return new ComposeFile(text, new Yaml(new SafeConstructor(strict)).load(text));
    }

    @SuppressWarnings("unchecked") // YAML has no types; the tests fail where a shape is another.
    Map<String, Map<String, Object>> services() {
        return (Map<String, Map<String, Object>>) file.get("services");
    }

    /** What the file defines of a kind: networks, volumes, secrets. */
    @SuppressWarnings("unchecked")
    Map<String, Object> defined(String kind) {
        return (Map<String, Object>) file.get(kind);
    }

    /** Empty when the service names no environment. */
    Map<String, Object> environment(String service) {
        return map(service, "environment");
    }

    List<String> ports(String service) {
        return list(service, "ports").map(Object::toString).toList();
    }

    /** Whom it waits for, and until when. */
    Map<String, String> waitsFor(String service) {
        return map(service, "depends_on").entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                entry ->
                                        ((Map<?, ?>) entry.getValue())
                                                .get("condition")
                                                .toString()));
    }

    /** Each secret by the name of the setting it becomes. */
    Map<String, String> secrets(String service) {
        return list(service, "secrets")
                .collect(
                        Collectors.toMap(
                                secret ->
                                        secret instanceof Map<?, ?> mount
                                                ? mount.get("target").toString()
                                                : secret.toString(),
                                secret ->
                                        secret instanceof Map<?, ?> mount
                                                ? mount.get("source").toString()
                                                : secret.toString()));
    }

    Set<String> networks(String service) {
        return list(service, "networks").map(Object::toString).collect(Collectors.toSet());
    }

    /** Left of the colon: a volume's name, or a file of the project. */
    List<String> mounted(String service) {
        return list(service, "volumes").map(volume -> volume.toString().split(":")[0]).toList();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> map(String service, String key) {
        return (Map<String, Object>) services().get(service).getOrDefault(key, Map.of());
    }

    @SuppressWarnings("unchecked")
    private Stream<Object> list(String service, String key) {
        return ((List<Object>) services().get(service).getOrDefault(key, List.of())).stream();
    }
}
