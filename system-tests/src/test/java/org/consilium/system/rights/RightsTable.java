package org.consilium.system.rights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.consilium.system.Service;
import org.consilium.system.tidy.SourceTree;
import org.yaml.snakeyaml.Yaml;

/**
 * A service's policy as {@code docs/rights} has it.
 *
 * @param operations who may, by operation
 * @param fields who may read, by kind of words
 */
public record RightsTable(
        Service service, Map<String, Rule> operations, Map<String, Readers> fields) {

    /**
     * Roles that may for every case, relations that may for theirs.
     *
     * @param logged whether a look leaves an entry
     * @param unlogged the relations whose looks do not, though those of others do
     */
    public record Rule(
            Set<String> roles, Set<String> relations, boolean logged, Set<String> unlogged) {}

    /**
     * Each with the states in which they may read; none named means every one.
     *
     * @param scope of the consent, for those who act for the patient; null when none is needed
     */
    public record Readers(
            Map<String, Set<String>> roles, Map<String, Set<String>> relations, String scope) {}

    @SuppressWarnings("unchecked")
    public static RightsTable of(Service service) {
        var file = SourceTree.ROOT.resolve("docs/rights/" + service.code() + ".yaml");
        try {
            Map<String, Map<String, Map<String, ?>>> page = new Yaml().load(Files.readString(file));
            return new RightsTable(
                    service,
                    mapped(page.get("operations"), row -> rule((Map<String, ?>) row)),
                    mapped(page.get("fields"), row -> readers((Map<String, ?>) row)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same operations and words, and nobody to whom they are given. */
    public RightsTable ofNobody() {
        return new RightsTable(
                service,
                mapped(
                        operations,
                        rule -> new Rule(Set.of(), Set.of(), rule.logged(), rule.unlogged())),
                mapped(fields, _ -> new Readers(Map.of(), Map.of(), null)));
    }

    @SuppressWarnings("unchecked")
    private static Rule rule(Map<String, ?> row) {
        return new Rule(
                Set.copyOf((List<String>) row.get("roles")),
                Set.copyOf((List<String>) row.get("relations")),
                row.containsKey("logged"),
                row.containsKey("unlogged")
                        ? Set.copyOf((List<String>) row.get("unlogged"))
                        : Set.of());
    }

    @SuppressWarnings("unchecked")
    private static Readers readers(Map<String, ?> row) {
        return new Readers(
                mapped((Map<String, List<String>>) row.get("roles"), HashSet::new),
                mapped((Map<String, List<String>>) row.get("relations"), HashSet::new),
                (String) row.get("scope"));
    }

    private static <A, B> Map<String, B> mapped(
            Map<String, ? extends A> from, java.util.function.Function<A, B> each) {
        return from == null
                ? Map.of()
                : from.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, entry -> each.apply(entry.getValue())));
    }
}
