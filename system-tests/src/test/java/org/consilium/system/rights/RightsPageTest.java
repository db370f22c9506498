package org.consilium.system.rights;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.consilium.stack.docs.WrittenPage;
import org.consilium.system.Service;
import org.consilium.system.rights.Edge.Guard;
import org.consilium.system.rights.RightsTable.Readers;
import org.junit.jupiter.api.Test;

/** {@code docs/rights.md}: the tables of all services, for people. */
class RightsPageTest {

    private static final String HEAD =
            """
            # Who may do what

            Written from the services' policies and their resource methods; `-Dupdate.docs=true` on `RightsPageTest` writes it anew. A *role* comes with the
            token and counts for every case; a *relation* holds for one case, and ends with the consent, the assignment or the date it rests on. Whoever
            has neither is answered as if the case did not exist. What stands nowhere is denied. Before a *logged* operation is answered, who was let in and in what standing is
            written into the case's access log, which the patient's side reads at `…/accesses`. The rights matrix (`make rights`) tries every line
            of this page on the running services, for everybody, and looks for words that should not be there.
            """;

    @Test
    void the_page_says_what_the_policies_say() {
        var page = new StringBuilder(HEAD);
        for (var service : Service.values()) {
            page.append("\n## ").append(service.code()).append("\n\n").append(addresses(service));
            var fields = RightsTable.of(service).fields();
            if (!fields.isEmpty()) {
                page.append("\n| words | who may read them |\n| --- | --- |\n")
                        .append(words(fields));
            }
        }
        WrittenPage.says("rights.md", page.toString());
    }

    private static String addresses(Service service) {
        var rules = RightsTable.of(service).operations();
        return "| address | operation | roles | relations |\n| --- | --- | --- | --- |\n"
                + Edges.of(service).stream()
                        .map(edge -> "| `%s` | %s |\n".formatted(edge.call(), who(edge, rules)))
                        .collect(joining());
    }

    private static String who(Edge edge, Map<String, RightsTable.Rule> rules) {
        return switch (edge.guard()) {
            case Guard.Policy(var operation) ->
                    "%s%s | %s | %s"
                            .formatted(
                                    operation,
                                    logged(rules.get(operation)),
                                    names(rules.get(operation).roles()),
                                    names(rules.get(operation).relations()));
            case Guard.Roles(var roles) -> "| %s |".formatted(names(roles));
            case Guard.Open() -> "| *no token* |";
            case Guard.Missing() -> "| *nobody* |";
        };
    }

    private static String logged(RightsTable.Rule rule) {
        if (!rule.logged()) {
            return "";
        }
        return rule.unlogged().isEmpty()
                ? " (logged)"
                : " (logged, but not: %s)".formatted(names(rule.unlogged()));
    }

    private static String words(Map<String, Readers> fields) {
        return new TreeMap<>(fields)
                .entrySet().stream()
                        .map(
                                field ->
                                        "| %s | %s |\n"
                                                .formatted(
                                                        field.getKey(), readers(field.getValue())))
                        .collect(joining());
    }

    private static String readers(Readers readers) {
        var all = new ArrayList<String>();
        for (var some : List.of(readers.roles(), readers.relations())) {
            new TreeMap<>(some).forEach((who, states) -> all.add(who + when(states)));
        }
        if (readers.scope() != null) {
            all.add("whoever acts for the patient: with `%s` only".formatted(readers.scope()));
        }
        return String.join("; ", all);
    }

    private static String when(Set<String> states) {
        return states.isEmpty() ? "" : " (" + names(states) + ")";
    }

    private static String names(Collection<String> names) {
        return names.stream().sorted().collect(joining(", "));
    }
}
