package org.consilium.review.quality;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.consilium.kit.web.Problem;
import org.consilium.kit.web.Problem.FieldProblem;
import org.consilium.review.opinion.AxisJudgement.Significance;
import org.consilium.review.opinion.OpinionContent;

/**
 * An opinion may be released.
 *
 * @param checks each of them holds
 * @param significance of each difference, by axis
 */
record Pass(
        @NotNull UUID opinionId,
        @NotNull Set<@NotNull QualityCheck> checks,
        @NotNull @Size(max = 20) Map<@Size(max = 60) String, @NotNull Significance> significance) {

    /** Fails with everything that was not looked at. */
    void check(OpinionContent opinion) {
        var missing = missing(opinion);
        if (!missing.isEmpty()) {
            throw new Problem(
                    422,
                    "quality-review-incomplete",
                    "The opinion cannot be passed yet: " + missing.size() + " thing(s) missing.",
                    missing);
        }
    }

    List<FieldProblem> missing(OpinionContent opinion) {
        var missing = new ArrayList<FieldProblem>();
        Arrays.stream(QualityCheck.values())
                .filter(check -> !checks.contains(check))
                .map(QualityCheck::code)
                .forEach(
                        code ->
                                missing.add(
                                        lack("checks." + code, "not-checked", "is not checked")));
        var differences = opinion.differences();
        differences.stream()
                .filter(axis -> !significance.containsKey(axis))
                .forEach(
                        axis ->
                                missing.add(
                                        lack(
                                                "significance." + axis,
                                                "not-scored",
                                                "how much the difference matters is not said")));
        significance.keySet().stream()
                .filter(axis -> !differences.contains(axis))
                .sorted()
                .forEach(
                        axis ->
                                missing.add(
                                        lack(
                                                "significance." + axis,
                                                "no-difference",
                                                "there is no difference to score")));
        return missing;
    }

    private static FieldProblem lack(String field, String rule, String words) {
        return new FieldProblem(field, rule, words);
    }
}
