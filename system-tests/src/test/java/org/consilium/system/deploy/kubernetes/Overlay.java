package org.consilium.system.deploy.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.consilium.system.tidy.SourceTree;

/**
 * An overlay as kubectl renders it.
 *
 * @param name and that of the component that was added, if any
 */
record Overlay(String name, List<JsonNode> documents) {

    static final Path FILES = SourceTree.ROOT.resolve("deploy/kubernetes");

    static boolean canBeRendered() {
        var path = System.getenv("PATH").split(":");
        return Arrays.stream(path)
                .anyMatch(folder -> Path.of(folder, "kubectl").toFile().canExecute());
    }

    /** As the README says to: with the realm where Keycloak's operator wants it. */
    static Overlay rendered(String name) {
        return new Overlay(name, printedBy(FILES.resolve("render").toString(), name));
    }

    /** An overlay and what it is together with an optional component. */
    static Overlay rendered(Path kustomization) {
        return new Overlay(
                "production kafka-lag",
                printedBy("kubectl", "kustomize", kustomization.toString()));
    }

    static List<JsonNode> printedBy(String... command) {
        try {
            var process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            var documents =
                    new YAMLMapper()
                            .readerFor(JsonNode.class)
                            .<JsonNode>readValues(process.getInputStream())
                            .readAll();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command));
            }
            return documents.stream().filter(JsonNode::isObject).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    Stream<JsonNode> of(String... kinds) {
        return documents.stream()
                .filter(document -> List.of(kinds).contains(document.path("kind").asText()));
    }

    /** Those of a name, the hash at the end of a generated map's name left off. */
    Stream<JsonNode> named(String kind, String name) {
        return of(kind).filter(document -> nameOf(document).equals(name));
    }

    static String nameOf(JsonNode document) {
        return document.at("/metadata/name").asText();
    }

    Stream<Workload> workloads() {
        return of("Deployment", "StatefulSet", "Job", "CronJob").map(Workload::new);
    }

    /** The same with one document changed; what breaks a rule in {@link RulesTest}. */
    Overlay with(String kind, String name, Consumer<ObjectNode> change) {
        var copies = documents.stream().map(JsonNode::<JsonNode>deepCopy).toList();
        var changed = new Overlay(this.name, copies);
        change.accept((ObjectNode) changed.named(kind, name).findFirst().orElseThrow());
        return changed;
    }

    Overlay without(String kind, String name) {
        return new Overlay(
                this.name,
                documents.stream()
                        .filter(
                                document ->
                                        !(document.path("kind").asText().equals(kind)
                                                && nameOf(document).equals(name)))
                        .toList());
    }
}
