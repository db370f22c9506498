package org.consilium.review.doubleread;

import static org.consilium.review.opinion.AxisJudgement.Value.MAJOR_DIFFERENCE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.consilium.kit.web.Problem;
import org.consilium.kit.web.Problem.FieldProblem;
import org.consilium.review.opinion.AxisJudgement;
import org.consilium.review.opinion.AxisJudgement.Value;

/**
 * One axis of a case that was read twice: how each of the two stands to the first opinion.
 *
 * @param opinion as its author says
 * @param second as whoever compares finds the second reading, whose reader never sees the first
 *     opinion
 */
record AxisComparison(Value opinion, Value second) {

    /** The one finds that the first team's plan has to change, and the other does not. */
    boolean differs() {
        return opinion != second && (opinion == MAJOR_DIFFERENCE || second == MAJOR_DIFFERENCE);
    }

    /** By axis; fails unless {@code found} speaks of each axis of the opinion and of no other. */
    static Map<String, AxisComparison> of(
            Map<String, AxisJudgement> opinion, Map<String, Value> found) {
        var faults = faults(opinion, found);
        if (!faults.isEmpty()) {
            throw new Problem(
                    422,
                    "comparison-off-the-opinion",
                    "The comparison judges each axis that the opinion judges, and no other.",
                    faults);
        }
        var compared = new TreeMap<String, AxisComparison>();
        opinion.forEach(
                (axis, judged) ->
                        compared.put(axis, new AxisComparison(judged.value(), found.get(axis))));
        return compared;
    }

    private static List<FieldProblem> faults(
            Map<String, AxisJudgement> opinion, Map<String, Value> found) {
        var faults = new ArrayList<FieldProblem>();
        for (var axis : new TreeSet<>(opinion.keySet())) {
            if (found.get(axis) == null) {
                faults.add(fault(axis, "not-compared", "is not compared"));
            }
        }
        for (var axis : new TreeSet<>(found.keySet())) {
            if (!opinion.containsKey(axis)) {
                faults.add(fault(axis, "unknown-axis", "The opinion judges no such axis."));
            }
        }
        return faults;
    }

    private static FieldProblem fault(String axis, String rule, String words) {
        return new FieldProblem("axes." + axis, rule, words);
    }
}
