package org.consilium.system.deploy;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.system.tidy.SourceTree;

/**
 * What {@code docker compose config} refuses, and what it lets through to the first night: each
 * rule answers with what it finds.
 */
final class ComposeRules {

    private static final Map<String, Set<String>> KEYS =
            Map.of(
                    "",
                    Set.of("name", "services", "networks", "volumes", "secrets"),
                    "service",
                    Set.of(
                            ("image build restart read_only tmpfs cap_drop cap_add security_opt mem_limit"
                                            + " stop_grace_period ports depends_on environment secrets"
                                            + " profiles networks volumes command entrypoint healthcheck")
                                    .split(" ")),
                    "healthcheck",
                    Set.of("test", "interval", "timeout", "retries", "start_period"),
                    "build",
                    Set.of("context", "dockerfile", "args"));

    /** Images that say themselves whether they are healthy. */
    private static final Pattern SAYS_ITSELF = Pattern.compile("consilium/.*-service:.*|clamav/.*");

    private static final Set<String> CONDITIONS =
            Set.of("service_started", "service_healthy", "service_completed_successfully");

    private static final Pattern VARIABLE = Pattern.compile("(?<!\\$)\\$\\{([A-Z_]+)([^}]*)}");

    private ComposeRules() {}

    static final Map<String, Function<ComposeFile, List<String>>> ALL =
            Map.of(
                    "key that Compose does not know", ComposeRules::unknownKeys,
                    "wait for what never comes", ComposeRules::waitsForNothing,
                    "name that nothing has", ComposeRules::namesOfNothing,
                    "thing that nobody uses", ComposeRules::usedByNobody,
                    "variable that may be forgotten", ComposeRules::variablesWithoutDefault,
                    "container without bounds", ComposeRules::withoutBounds,
                    "engine that the world reaches", ComposeRules::enginesOutside);

    private static List<String> unknownKeys(ComposeFile compose) {
        var top = compose.file().keySet().stream().filter(key -> !key.startsWith("x-"));
        var inside =
                compose.services().values().stream()
                        .flatMap(
                                service ->
                                        Stream.concat(
                                                unknown("service", service),
                                                Stream.of("healthcheck", "build")
                                                        .filter(service::containsKey)
                                                        .flatMap(
                                                                key ->
                                                                        unknown(
                                                                                key,
                                                                                service.get(
                                                                                        key)))));
        return Stream.concat(top.filter(key -> !KEYS.get("").contains(key)), inside).toList();
    }

    private static Stream<String> unknown(String kind, Object map) {
        return ((Map<?, ?>) map)
                .keySet().stream()
                        .map(Object::toString)
                        .filter(key -> !KEYS.get(kind).contains(key));
    }

    private static List<String> waitsForNothing(ComposeFile compose) {
        return compose.services().keySet().stream()
                .flatMap(
                        service ->
                                compose.waitsFor(service).entrySet().stream()
                                        .filter(wait -> !comes(compose, wait))
                                        .map(wait -> service + " waits for " + wait))
                .toList();
    }

    private static boolean comes(ComposeFile compose, Map.Entry<String, String> wait) {
        var other = compose.services().get(wait.getKey());
        return other != null
                && switch (wait.getValue()) {
                    case "service_healthy" ->
                            other.containsKey("healthcheck")
                                    || SAYS_ITSELF.matcher(image(other)).matches();
                    case "service_completed_successfully" -> "no".equals(other.get("restart"));
                    default -> CONDITIONS.contains(wait.getValue());
                };
    }

    private static List<String> namesOfNothing(ComposeFile compose) {
        return compose.services().keySet().stream()
                .flatMap(
                        service ->
                                Stream.of(
                                                missing(
                                                        compose.networks(service),
                                                        compose.defined("networks")),
                                                missing(
                                                        compose.secrets(service).values(),
                                                        compose.defined("secrets")),
                                                missing(
                                                        volumes(compose, service),
                                                        compose.defined("volumes")),
                                                compose.mounted(service).stream()
                                                        .filter(from -> from.startsWith("./"))
                                                        .filter(
                                                                from ->
                                                                        !Files.exists(
                                                                                SourceTree.ROOT
                                                                                        .resolve(
                                                                                                from))))
                                        .flatMap(found -> found)
                                        .map(name -> service + ": " + name))
                .toList();
    }

    private static List<String> volumes(ComposeFile compose, String service) {
        return compose.mounted(service).stream().filter(from -> !from.startsWith("./")).toList();
    }

    private static Stream<String> missing(Iterable<String> named, Map<String, Object> defined) {
        var left = new TreeSet<String>();
        named.forEach(left::add);
        left.removeAll(defined.keySet());
        return left.stream();
    }

    private static List<String> usedByNobody(ComposeFile compose) {
        var left = new TreeSet<String>();
        Stream.of("networks", "volumes", "secrets")
                .forEach(kind -> left.addAll(compose.defined(kind).keySet()));
        for (var service : compose.services().keySet()) {
            left.removeAll(compose.networks(service));
            left.removeAll(compose.mounted(service));
            left.removeAll(compose.secrets(service).values());
        }
        return List.copyOf(left);
    }

    /** With {@code :?} Compose refuses to start without it; with {@code :-} it goes without. */
    private static List<String> variablesWithoutDefault(ComposeFile compose) {
        return VARIABLE.matcher(compose.text())
                .results()
                .filter(found -> !found.group(2).matches(":[?-].*"))
                .map(found -> found.group(1))
                .toList();
    }

    private static List<String> withoutBounds(ComposeFile compose) {
        return compose.services().entrySet().stream()
                .filter(service -> !service.getValue().containsKey("mem_limit"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toList());
    }

    /** Who opens a port has a page for people; an engine has none. */
    private static List<String> enginesOutside(ComposeFile compose) {
        return Stream.of("postgres", "kafka", "documents-store", "review-store", "ops")
                .filter(
                        engine ->
                                !compose.networks(engine).equals(Set.of("inside"))
                                        || !compose.ports(engine).isEmpty())
                .toList();
    }

    private static String image(Map<String, Object> service) {
        return String.valueOf(service.get("image"));
    }
}
