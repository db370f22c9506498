package org.consilium.system.matrix;

import static java.util.stream.Collectors.toCollection;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Those nearest to a case who have no right to it: what is forgotten is forgotten with them. */
enum Outsider {
    FORMER_REVIEWER,
    DECLINED_REVIEWER,
    CONFLICTED_REVIEWER,
    REVIEWER_OF_ANOTHER_CASE,
    FORMER_TRANSLATOR,
    TRANSLATOR_OF_ANOTHER_CASE,
    REVOKED_REPRESENTATIVE;

    /** The kinds that stand before at least one of these cases. */
    static Set<Outsider> before(List<Scene> scenes) {
        var kinds =
                scenes.stream()
                        .map(Scene::outside)
                        .flatMap(outside -> outside.values().stream())
                        .collect(toCollection(() -> EnumSet.noneOf(Outsider.class)));
        if (isStrange("reviewer", scenes)) {
            kinds.add(REVIEWER_OF_ANOTHER_CASE);
        }
        if (isStrange("translator", scenes)) {
            kinds.add(TRANSLATOR_OF_ANOTHER_CASE);
        }
        return kinds;
    }

    /** To one case, somebody who stands so to another. */
    private static boolean isStrange(String relation, List<Scene> scenes) {
        var all =
                scenes.stream()
                        .map(scene -> those(relation, scene))
                        .flatMap(Collection::stream)
                        .toList();
        return scenes.stream()
                .anyMatch(
                        scene ->
                                all.stream()
                                        .anyMatch(
                                                user ->
                                                        !scene.relations().containsKey(user)
                                                                && !scene.outside()
                                                                        .containsKey(user)));
    }

    private static Set<String> those(String relation, Scene scene) {
        var users = new HashSet<>(scene.relations().keySet());
        users.removeIf(user -> !scene.relations().get(user).contains(relation));
        return users;
    }
}
