package org.consilium.kit.access;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.consilium.contracts.Relation;

/**
 * Who may read one kind of words, and while the case or the review is in which states; no state
 * named means in every one.
 *
 * @param scope which of the patient's consent whoever acts for the patient needs besides; null for
 *     none
 */
public record Readers(
        Map<String, Set<String>> roles, Map<Relation, Set<String>> relations, String scope) {

    public Readers {
        roles = Map.copyOf(roles);
        relations = Map.copyOf(relations);
    }

    public static Readers nobody() {
        return new Readers(Map.of(), Map.of(), null);
    }

    public Readers orRole(String role, String... states) {
        var more = new HashMap<>(roles);
        more.put(role, Set.of(states));
        return new Readers(more, relations, scope);
    }

    public Readers orRelation(Relation relation, String... states) {
        var more = new HashMap<>(relations);
        more.put(relation, Set.of(states));
        return new Readers(roles, more, scope);
    }

    /** Representatives and referrers only where the patient's consent has this scope. */
    public Readers withConsentTo(String needed) {
        return new Readers(roles, relations, needed);
    }

    /** Whoever stands on the patient's side of the case. */
    public Readers orPatientSide(String... states) {
        return orRelation(Relation.PATIENT, states)
                .orRelation(Relation.REPRESENTATIVE, states)
                .orRelation(Relation.REFERRER, states);
    }
}
