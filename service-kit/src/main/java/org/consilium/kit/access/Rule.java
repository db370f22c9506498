package org.consilium.kit.access;

import java.util.Set;
import org.consilium.contracts.Relation;

/**
 * Who may perform an operation: whoever has one of the roles, or stands to the case in one of the
 * relations.
 *
 * @param roles realm roles that may for every case
 * @param relations that may for the case they hold for
 */
public record Rule(Set<String> roles, Set<Relation> relations) {

    public Rule {
        roles = Set.copyOf(roles);
        relations = Set.copyOf(relations);
    }

    public static Rule ofRoles(String... roles) {
        return new Rule(Set.of(roles), Set.of());
    }

    public static Rule ofRelations(Relation... relations) {
        return new Rule(Set.of(), Set.of(relations));
    }

    public Rule orRelations(Relation... others) {
        return new Rule(roles, Set.of(others));
    }

    boolean allowsRole(Set<String> held) {
        return roles.stream().anyMatch(held::contains);
    }

    boolean allowsRelation(Set<Relation> held) {
        return relations.stream().anyMatch(held::contains);
    }
}
