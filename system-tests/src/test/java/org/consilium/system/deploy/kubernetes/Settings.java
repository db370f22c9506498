package org.consilium.system.deploy.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.contracts.Source;
import org.consilium.system.tidy.SourceTree;

/** What each service is told, held against what it asks for. */
final class Settings {

    private static final Pattern ASKED = Pattern.compile("\\$\\{([A-Z0-9_]+)(:[^}]*)?}");

    /** The frameworks' own, which make the ways to the engines safe. */
    private static final Pattern OF_THE_FRAMEWORKS =
            Pattern.compile(
                    "KAFKA_(SECURITY|SASL|SSL)_[A-Z_]+|QUARKUS_(DATASOURCE|FLYWAY)_[A-Z_]+");

    private Settings() {}

    static List<String> missing(Overlay overlay) {
        return each(
                overlay,
                service -> {
                    var missing = asked(service, false);
                    missing.removeAll(given(overlay, service));
                    return missing;
                });
    }

    static List<String> askedForByNobody(Overlay overlay) {
        return each(
                overlay,
                service -> {
                    var idle = given(overlay, service);
                    idle.removeAll(asked(service, true));
                    idle.removeIf(name -> OF_THE_FRAMEWORKS.matcher(name).matches());
                    return idle;
                });
    }

    private static List<String> each(Overlay overlay, Function<Workload, Set<String>> rule) {
        var services = overlay.workloads().filter(Workload::isOurs).toList();
        if (services.size() != Source.values().length) {
            return List.of("there are " + services.size() + " services");
        }
        return services.stream()
                .flatMap(
                        service ->
                                rule.apply(service).stream()
                                        .map(name -> service.name() + " " + name))
                .toList();
    }

    static Set<String> given(Overlay overlay, Workload service) {
        var maps =
                Workload.each(service.container().path("envFrom"))
                        .map(from -> from.at("/configMapRef/name").asText())
                        .flatMap(map -> overlay.named("ConfigMap", map))
                        .flatMap(map -> map.path("data").propertyStream())
                        .map(setting -> setting.getKey());
        var own =
                Workload.each(service.container().path("env"))
                        .map((JsonNode variable) -> variable.path("name").asText());
        return Stream.concat(maps, own).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> asked(Workload service, boolean alsoWithDefault) {
        return Stream.of(
                        service.name() + "-service/src/main/resources/application.properties",
                        "service-kit/src/main/resources/META-INF/microprofile-config.properties")
                .flatMap(file -> ASKED.matcher(text(file)).results())
                .filter(found -> alsoWithDefault || found.group(2) == null)
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static String text(String file) {
        try {
            return Files.readString(SourceTree.ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
