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
    REVOKED_REPRESENTATIVE;

    /** The kinds that stand before at least one of these cases. */
    static Set<Outsider> before(List<Scene> scenes) {
        var kinds =
                scenes.stream()
                        .map(Scene::outside)
                        .flatMap(outside -> outside.values().stream())
                        .collect(toCollection(() -> EnumSet.noneOf(Outsider.class)));
        if (scenes.stream().anyMatch(scene -> isStrangeToAReviewer(scene, scenes))) {
            kinds.add(REVIEWER_OF_ANOTHER_CASE);
        }
        return kinds;
    }

    private static boolean isStrangeToAReviewer(Scene scene, List<Scene> scenes) {
        var others =
                new HashSet<>(
                        scenes.stream()
                                .map(Outsider::reviewers)
                                .flatMap(Collection::stream)
                                .toList());
        others.removeAll(scene.relations().keySet());
        others.removeAll(scene.outside().keySet());
        return !others.isEmpty();
    }

    private static Set<String> reviewers(Scene scene) {
        var reviewers = new HashSet<>(scene.relations().keySet());
        reviewers.removeIf(user -> !scene.relations().get(user).contains("reviewer"));
        return reviewers;
    }
}
