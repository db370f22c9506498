package org.consilium.system.matrix;

import static java.util.Collections.disjoint;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.consilium.system.Service;
import org.consilium.system.rights.Edge;
import org.consilium.system.rights.Edge.Guard;
import org.consilium.system.rights.RightsTable;
import org.consilium.system.rights.RightsTable.Readers;

/** What the tables say of a cell; no answer is looked at here. */
final class Expectation {

    private static final Set<String> ACTING_FOR_THE_PATIENT = Set.of("representative", "referrer");

    private final Map<Service, RightsTable> tables = new EnumMap<>(Service.class);
    private final Map<String, Readers> fields = new HashMap<>();

    Expectation(Collection<RightsTable> all) {
        for (var table : all) {
            tables.put(table.service(), table);
            fields.putAll(table.fields());
        }
    }

    /** What {@code docs/rights} says. */
    static Expectation written() {
        return new Expectation(Stream.of(Service.values()).map(RightsTable::of).toList());
    }

    /** As if nobody might do or read anything: what the services answer to anybody is a leak. */
    static Expectation ofNobody() {
        return new Expectation(
                Stream.of(Service.values())
                        .map(RightsTable::of)
                        .map(RightsTable::ofNobody)
                        .toList());
    }

    boolean letsIn(Edge edge, Persona persona, Scene scene) {
        return switch (edge.guard()) {
            case Guard.Open() -> !edge.isByLink() || persona.holdsLinkInForce();
            case Guard.Missing() -> false;
            case Guard.Roles(var names) -> !disjoint(names, persona.roles());
            case Guard.Policy(var operation) -> {
                var rule = tables.get(edge.service()).operations().get(operation);
                yield !disjoint(rule.roles(), persona.roles())
                        || (edge.isAboutACase()
                                && !disjoint(rule.relations(), scene.relationsOf(persona)));
            }
        };
    }

    /** Whether a look leaves an entry in the case's access log: through broken glass each does. */
    boolean isLogged(Edge edge, Persona persona, Scene scene) {
        return edge.guard() instanceof Guard.Policy(var operation)
                && (isLogged(rule(edge, operation), persona, scene)
                        || isByBrokenGlass(edge, operation, persona, scene));
    }

    /** A role opens the door first, then the relation that is nearest to the patient. */
    private static boolean isLogged(RightsTable.Rule rule, Persona persona, Scene scene) {
        boolean byRole = !disjoint(rule.roles(), persona.roles());
        return rule.logged() && (byRole || disjoint(rule.unlogged(), scene.relationsOf(persona)));
    }

    private boolean isByBrokenGlass(Edge edge, String operation, Persona persona, Scene scene) {
        return edge.isAboutACase()
                && scene.relationsOf(persona).contains("break-glass")
                && disjoint(rule(edge, operation).roles(), persona.roles());
    }

    private RightsTable.Rule rule(Edge edge, String operation) {
        return tables.get(edge.service()).operations().get(operation);
    }

    /** Whether these words, which are of that scene, may stand before this person's eyes. */
    boolean mayRead(Persona persona, Canary canary, Scene scene) {
        var readers = fields.get(canary.field());
        return persona.signedIn()
                && (anyReads(readers.roles(), persona.roles(), scene)
                        || anyReads(readers.relations(), reading(readers, persona, scene), scene));
    }

    /** Whoever acts for the patient reads some words only where the consent says so. */
    private static Set<String> reading(Readers readers, Persona persona, Scene scene) {
        var held = new HashSet<>(scene.relationsOf(persona));
        if (readers.scope() != null && !scene.scopesOf(persona).contains(readers.scope())) {
            held.removeAll(ACTING_FOR_THE_PATIENT);
        }
        return held;
    }

    private static boolean anyReads(
            Map<String, Set<String>> readers, Set<String> held, Scene scene) {
        return held.stream()
                .filter(readers::containsKey)
                .map(readers::get)
                .anyMatch(states -> states.isEmpty() || !disjoint(states, scene.states()));
    }
}
