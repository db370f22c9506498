package org.consilium.review.override;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.consilium.kit.web.Problem;
import org.consilium.kit.web.Problem.FieldProblem;
import org.consilium.review.matching.ExclusionRule;
import org.consilium.review.matching.Snapshot;

/**
 * By which rules a reviewer is excluded.
 *
 * @param endedByConflict they declined this case, or it was taken from them, because they are not
 *     independent: what no directory knows, they have said
 */
record Excluded(Snapshot seen, Set<ExclusionRule> rules, boolean endedByConflict) {

    Set<String> ids() {
        return rules.stream().map(ExclusionRule::id).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Fails when there are no rules, or one stands whatever anybody agrees to. */
    void requireOverridable() {
        if (rules.isEmpty()) {
            throw new Problem(
                    409, "not-excluded", "No rule excludes this reviewer: run the matching again.");
        }
        if (!standing().isEmpty()) {
            throw new Problem(
                    409,
                    "never-overridden",
                    "A rule that excludes this reviewer is never set aside.",
                    standing());
        }
    }

    private List<FieldProblem> standing() {
        return rules.stream()
                .filter(rule -> !rule.mayBeOverridden() || isConflict(rule))
                .map(rule -> new FieldProblem("reviewer", rule.id(), "Is never set aside."))
                .toList();
    }

    private boolean isConflict(ExclusionRule rule) {
        return rule == ExclusionRule.ALREADY_ASKED && endedByConflict;
    }

    /** To what came to it since the proposal nobody has agreed. */
    void requireNoneBut(Collection<String> agreed) {
        requireOverridable();
        if (!agreed.containsAll(ids())) {
            throw new Problem(
                    409,
                    "override-outdated",
                    "Another rule excludes this reviewer by now: decline, and propose anew.");
        }
    }
}
