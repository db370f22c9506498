package org.consilium.system.matrix;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One case in one state.
 *
 * @param states of the case and of its review
 * @param relations who stands how to it, by user name; whoever is missing is a stranger
 * @param scopes what the patient's consent lets those do who act for the patient, by user name
 * @param outside who is near to it and has no right to it, by user name
 * @param ids what stands for each name in a path, such as {@code questionId}, or for a name at one
 *     place, such as {@code webhooks/id}
 */
record Scene(
        String name,
        Set<String> states,
        Map<String, Set<String>> relations,
        Map<String, Set<String>> scopes,
        Map<String, Outsider> outside,
        Map<String, List<String>> ids) {

    Set<String> relationsOf(Persona persona) {
        return relations.getOrDefault(persona.name(), Set.of());
    }

    Set<String> scopesOf(Persona persona) {
        return scopes.getOrDefault(persona.name(), Set.of());
    }

    /** Those for this place, else those for the name; none when nothing is known. */
    List<String> ids(String before, String name) {
        return ids.keySet().stream()
                .filter(key -> key.contains("/") && (before + name).endsWith("/" + key))
                .findFirst()
                .map(ids::get)
                .orElseGet(() -> ids.getOrDefault(name, List.of()));
    }

    Scene with(Map<String, List<String>> others) {
        var all = new HashMap<>(ids);
        all.putAll(others);
        return new Scene(name, states, relations, scopes, outside, all);
    }
}
