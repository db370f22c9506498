package org.consilium.system.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.consilium.system.tidy.SourceTree;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bill of materials in an image names what runs in it. */
class SbomTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "intake-service/target/quarkus-app/lib",
                "documents-service/target/quarkus-app/lib",
                "review-service/target/quarkus-app/lib",
                "notification-service/target/quarkus-app/lib",
                "ops/target/lib"
            })
    void every_jar_stands_in_it_with_its_hash(String folder) throws IOException {
        var library = SourceTree.ROOT.resolve(folder);
        var module = SourceTree.ROOT.resolve(folder).getName(SourceTree.ROOT.getNameCount());
        var sbom = SourceTree.ROOT.resolve(module).resolve("target/sbom.json");
        assertThat(library).as("built by `make build`").exists();
        var components = new ObjectMapper().readTree(sbom.toFile()).path("components");
        var named =
                StreamSupport.stream(components.spliterator(), false)
                        .filter(component -> component.path("hashes").size() > 0)
                        .flatMap(SbomTest::fileNames)
                        .collect(Collectors.toSet());
        var missing = new TreeSet<>(jars(library));
        missing.removeAll(named);
        assertThat(missing).isEmpty();
    }

    private static Set<String> jars(Path library) throws IOException {
        try (var files = Files.walk(library)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .collect(Collectors.toSet());
        }
    }

    /** Quarkus puts the group before the name. */
    private static Stream<String> fileNames(JsonNode component) {
        var purl = component.path("purl").asText();
        var classifier =
                purl.contains("classifier=")
                        ? "-" + purl.replaceAll(".*classifier=([^&]+).*", "$1")
                        : "";
        var name =
                component.path("name").asText()
                        + "-"
                        + component.path("version").asText()
                        + classifier
                        + ".jar";
        return Stream.of(name, component.path("group").asText() + "." + name);
    }
}
