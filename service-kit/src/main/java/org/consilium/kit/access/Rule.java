package org.consilium.kit.access;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.consilium.contracts.Relation;
import org.consilium.kit.words.Code;

/**
 * Who may perform an operation: whoever has one of the roles, or stands to the case in one of the
 * relations.
 *
 * @param roles realm roles that may for every case
 * @param relations that may for the case they hold for
 * @param logged who is let in is written into the case's {@link AccessLog} first
 * @param unlogged the relations whose looks are not, though those of others are
 */
public record Rule(
        Set<String> roles, Set<Relation> relations, boolean logged, Set<Relation> unlogged) {

    public Rule {
        roles = Set.copyOf(roles);
        relations = Set.copyOf(relations);
        unlogged = Set.copyOf(unlogged);
    }

    public Rule(Set<String> roles, Set<Relation> relations) {
        this(roles, relations, false, Set.of());
    }

    public static Rule ofRoles(String... roles) {
        return new Rule(Set.of(roles), Set.of());
    }

    public static Rule ofRelations(Relation... relations) {
        return new Rule(Set.of(), Set.of(relations));
    }

    /** Besides those that may already. */
    public Rule orRelations(Relation... others) {
        var all = new HashSet<>(relations);
        all.addAll(Set.of(others));
        return new Rule(roles, all, logged, unlogged);
    }

    /** For what shows somebody's words: the patient can see who looked. */
    public Rule andLogged() {
        return andLoggedBut(Set.of());
    }

    /** The same, for what these people brought themselves. */
    public Rule andLoggedBut(Set<Relation> those) {
        return new Rule(roles, relations, true, those);
    }

    /** Whether a look of whoever is let in so leaves an entry. */
    boolean logs(String standing) {
        return logged && unlogged.stream().map(Rule::name).noneMatch(standing::equals);
    }

    Optional<String> standing(Set<String> heldRoles) {
        return roles.stream().filter(heldRoles::contains).sorted().findFirst();
    }

    /** The nearest to the patient first. */
    Optional<String> standingOf(Set<Relation> held) {
        return relations.stream().filter(held::contains).sorted().map(Rule::name).findFirst();
    }

    /** As the access log and the tables have it. */
    static String name(Relation relation) {
        return Code.of(relation);
    }
}
