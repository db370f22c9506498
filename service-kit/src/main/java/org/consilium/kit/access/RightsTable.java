package org.consilium.kit.access;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.consilium.contracts.Relation;

/** A policy as YAML, in a stable order: what {@code docs/rights} holds of it. */
public final class RightsTable {

    private static final String HEAD =
            """
            # Who may do what, and read which words: written from its policy by its test.
            # mvn test -Dupdate.docs=true writes it anew. No states behind a reader: in every state.
            """;

    private RightsTable() {}

    public static String of(AccessPolicy policy) {
        var text = new StringBuilder(HEAD);
        text.append("operations:\n");
        new TreeMap<>(policy.rules())
                .forEach(
                        (operation, rule) ->
                                text.append(
                                        "  %s: {roles: %s, relations: %s%s}\n"
                                                .formatted(
                                                        operation,
                                                        list(rule.roles()),
                                                        list(names(rule.relations())),
                                                        logged(rule))));
        text.append("fields:\n");
        new TreeMap<>(policy.fields())
                .forEach((field, readers) -> text.append(row(field, readers)));
        return text.toString();
    }

    private static String logged(Rule rule) {
        if (!rule.logged()) {
            return "";
        }
        return rule.unlogged().isEmpty()
                ? ", logged: true"
                : ", logged: true, unlogged: " + list(names(rule.unlogged()));
    }

    private static String row(String field, Readers readers) {
        var relations = new TreeMap<String, Set<String>>();
        readers.relations()
                .forEach((relation, states) -> relations.put(Rule.name(relation), states));
        return "  %s: {roles: %s, relations: %s%s}\n"
                .formatted(
                        field,
                        map(new TreeMap<>(readers.roles())),
                        map(relations),
                        readers.scope() == null ? "" : ", scope: " + readers.scope());
    }

    private static String map(Map<String, Set<String>> readers) {
        return readers.entrySet().stream()
                .map(reader -> reader.getKey() + ": " + list(reader.getValue()))
                .collect(joining(", ", "{", "}"));
    }

    private static String list(Collection<String> names) {
        return names.stream().sorted().collect(joining(", ", "[", "]"));
    }

    private static Collection<String> names(Set<Relation> relations) {
        return relations.stream().map(Rule::name).toList();
    }
}
