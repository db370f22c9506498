package org.consilium.review.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Which cells of a row are not shown. The row's sum is shown beside it, so a cell alone could be
 * computed from the others: whoever is left out is never alone, and what is left out together is
 * never so little that it says what each of them is.
 */
final class Suppression {

    /** Cells of fewer cases are not shown. */
    static final int SMALLEST_SHOWN = 5;

    private Suppression() {}

    /** A row of which nothing is shown, its sum neither. */
    static boolean hidesAll(List<Integer> cells) {
        return sum(cells) < SMALLEST_SHOWN;
    }

    /** True for each cell that is not shown, in the order of the cells. */
    static List<Boolean> hidden(List<Integer> cells) {
        var hidden = new TreeSet<Integer>();
        var smallestFirst = new ArrayList<>(IntStream.range(0, cells.size()).boxed().toList());
        smallestFirst.sort(Comparator.comparing((Integer i) -> cells.get(i)));
        for (int i : smallestFirst) {
            if (cells.get(i) < SMALLEST_SHOWN || isTellTale(hidden, cells)) {
                hidden.add(i);
            }
        }
        return IntStream.range(0, cells.size()).mapToObj(hidden::contains).toList();
    }

    private static boolean isTellTale(TreeSet<Integer> hidden, List<Integer> cells) {
        int together = hidden.stream().mapToInt(cells::get).sum();
        return !hidden.isEmpty() && (hidden.size() < 2 || together < SMALLEST_SHOWN);
    }

    private static int sum(List<Integer> cells) {
        return cells.stream().mapToInt(Integer::intValue).sum();
    }
}
