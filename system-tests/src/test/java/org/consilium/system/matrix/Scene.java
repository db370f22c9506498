package org.consilium.system.matrix;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One case in one state.
 *
 * @param states of the case and of its review
 * @param relations who stands how to it, by user name; whoever is missing is a stranger
 * @param ids what stands for each name in a path, such as {@code questionId}
 */
record Scene(
        String name,
        Set<String> states,
        Map<String, Set<String>> relations,
        Map<String, List<String>> ids) {

    Set<String> relationsOf(Persona persona) {
        return relations.getOrDefault(persona.name(), Set.of());
    }
}
