package org.consilium.review.reading;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.consilium.kit.web.Problem;
import org.consilium.kit.web.Problem.FieldProblem;
import org.consilium.review.reading.CommittedReading.Reading;

/**
 * Whether an own reading speaks of the axes of its case's form. It is never changed, and the
 * opinion has to say what became of each axis: one that the form has not could never be signed.
 */
public final class ReadingForm {

    private ReadingForm() {}

    /** Fails with every axis that does not do; {@code axes} are those of the form. */
    public static void check(Reading reading, List<String> axes) {
        var faults = faults(reading, axes);
        if (!faults.isEmpty()) {
            throw new Problem(
                    422,
                    "reading-off-the-form",
                    "The reading speaks of axes that the case's form has not, or says nothing of one.",
                    faults);
        }
    }

    static List<FieldProblem> faults(Reading reading, List<String> axes) {
        return reading.axes().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(axis -> fault(axis.getKey(), axis.getValue(), axes))
                .toList();
    }

    private static Stream<FieldProblem> fault(String axis, String words, List<String> axes) {
        var field = "axes." + axis;
        if (!axes.contains(axis)) {
            return Stream.of(
                    new FieldProblem(field, "unknown-axis", "The case's form has no such axis."));
        }
        return words == null || words.isBlank()
                ? Stream.of(
                        new FieldProblem(
                                field,
                                "empty-axis",
                                "Of an axis that is named, something is said."))
                : Stream.empty();
    }
}
