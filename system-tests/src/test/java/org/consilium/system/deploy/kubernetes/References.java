package org.consilium.system.deploy.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one document names, another one is; or the README says who makes it. */
final class References {

    private static final Pattern ADDRESS =
            Pattern.compile("(?:https?://)?([a-z0-9-]+):(\\d+)(?:/.*)?");
    private static final String OUTSIDE = ".consilium.example";

    private References() {}

    static List<String> toNothing(Overlay overlay) {
        return Stream.of(
                        named(overlay, "configMapRef", "name", "ConfigMap"),
                        named(overlay, "configMap", "name", "ConfigMap"),
                        named(overlay, "configMapTargetRef", "name", "ConfigMap"),
                        accounts(overlay),
                        volumes(overlay),
                        scaled(overlay),
                        addresses(overlay),
                        backends(overlay))
                .flatMap(found -> found)
                .toList();
    }

    static List<String> secretsThatNobodyMakes(Overlay overlay) {
        var missing = secrets(overlay);
        missing.removeAll(made(overlay));
        return List.copyOf(missing);
    }

    /** A Secret is used when one of its keys is. */
    static List<String> secretsThatNobodyUses(Overlay overlay) {
        var used = secrets(overlay).stream().map(References::nameOf).toList();
        return made(overlay).stream()
                .map(References::nameOf)
                .distinct()
                .filter(name -> !used.contains(name))
                .toList();
    }

    /** Of the table in the README: {@code name key}. */
    static Set<String> made(Overlay overlay) {
        return Table.rows("README.md", "Secret")
                .filter(row -> Table.isFor(overlay, row.get(2)))
                .flatMap(
                        row ->
                                row.get(0).stream()
                                        .flatMap(
                                                name ->
                                                        row.get(1).stream()
                                                                .map(key -> name + " " + key)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> secrets(Overlay overlay) {
        return overlay.documents().stream()
                .flatMap(Secrets::in)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> named(Overlay overlay, String field, String name, String kind) {
        return overlay.documents().stream()
                .flatMap(document -> document.findValues(field).stream())
                .flatMap(value -> value.isArray() ? Workload.each(value) : Stream.of(value))
                .map(value -> value.path(name).asText())
                .filter(wanted -> overlay.named(kind, wanted).findAny().isEmpty())
                .map(wanted -> "no " + kind + " " + wanted);
    }

    private static Stream<String> accounts(Overlay overlay) {
        return overlay.workloads()
                .map(workload -> workload.pod().path("serviceAccountName").asText())
                .filter(account -> !account.isEmpty())
                .filter(account -> overlay.named("ServiceAccount", account).findAny().isEmpty())
                .map(account -> "no ServiceAccount " + account);
    }

    private static Stream<String> volumes(Overlay overlay) {
        return overlay.workloads()
                .flatMap(
                        workload -> {
                            var there =
                                    Stream.concat(
                                                    Workload.each(workload.pod().path("volumes"))
                                                            .map(
                                                                    volume ->
                                                                            volume.path("name")
                                                                                    .asText()),
                                                    Workload.each(
                                                                    workload.document()
                                                                            .at(
                                                                                    "/spec/volumeClaimTemplates"))
                                                            .map(Overlay::nameOf))
                                            .toList();
                            return Workload.each(workload.container().path("volumeMounts"))
                                    .map(mount -> mount.path("name").asText())
                                    .filter(name -> !there.contains(name))
                                    .map(name -> workload.name() + " has no volume " + name);
                        });
    }

    private static Stream<String> scaled(Overlay overlay) {
        return overlay.of("HorizontalPodAutoscaler", "ScaledObject")
                .map(scaler -> scaler.at("/spec/scaleTargetRef/name").asText())
                .filter(name -> overlay.named("Deployment", name).findAny().isEmpty())
                .map(name -> "no Deployment " + name);
    }

    /** Hosts and ports in settings, on the command line of probes' owners and in URLs. */
    private static Stream<String> addresses(Overlay overlay) {
        var settings = overlay.of("ConfigMap").flatMap(map -> map.path("data").valueStream());
        var variables =
                overlay.workloads()
                        .flatMap(workload -> workload.container().findValues("value").stream());
        return Stream.concat(settings, variables)
                .map(JsonNode::asText)
                .filter(
                        text ->
                                !text.contains("\n")
                                        && !text.contains(OUTSIDE)
                                        && !text.contains("localhost"))
                .map(ADDRESS::matcher)
                .filter(Matcher::matches)
                .filter(found -> !isAService(overlay, found.group(1), found.group(2)))
                .map(found -> "no Service " + found.group(1) + " with port " + found.group(2));
    }

    private static Stream<String> backends(Overlay overlay) {
        return overlay.of("Ingress")
                .flatMap(ingress -> ingress.findValues("backend").stream())
                .map(backend -> backend.path("service"))
                .filter(
                        service ->
                                !isAService(
                                        overlay,
                                        service.path("name").asText(),
                                        service.at("/port/name").asText()))
                .map(service -> "no Service " + service);
    }

    private static boolean isAService(Overlay overlay, String name, String port) {
        var ours =
                overlay.named("Service", name)
                        .flatMap(service -> Workload.each(service.at("/spec/ports")))
                        .flatMap(
                                entry ->
                                        Stream.of(
                                                entry.path("port").asText(),
                                                entry.path("name").asText()));
        var operators =
                Table.rows("README.md", "Service")
                        .filter(
                                row ->
                                        Table.isFor(overlay, row.get(2))
                                                && row.get(0).contains(name))
                        .flatMap(row -> row.get(1).stream());
        return Stream.concat(ours, operators).anyMatch(port::equals);
    }

    private static String nameOf(String nameAndKey) {
        return nameAndKey.substring(0, nameAndKey.indexOf(' '));
    }
}
