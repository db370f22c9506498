package org.consilium.kit.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which cells of a row are not shown. The row's sum is shown beside it, so a cell alone could be
 * computed from the others. Which cells go together is fixed: one that were chosen by its size
 * would tell its size.
 *
 * <p>The cells stand in an order that never changes. From the first on, each is shown as long as it
 * and all behind it together are large enough; where that ends, whatever is left stays hidden. So
 * what is hidden is at least two cells, and their sum is no small number.
 */
public final class Suppression {

    /** Cells of fewer cases are not shown. */
    public static final int SMALLEST_SHOWN = 5;

    private Suppression() {}

    /** A row of which nothing is shown, its sum neither. */
    public static boolean hidesAll(int... cells) {
        return sumFrom(0, cells) < SMALLEST_SHOWN;
    }

    /** True for each cell that is not shown. */
    public static List<Boolean> hidden(int... cells) {
        int shown = 0;
        while (shown < cells.length - 1
                && cells[shown] >= SMALLEST_SHOWN
                && sumFrom(shown + 1, cells) >= SMALLEST_SHOWN) {
            shown++;
        }
        // The last one is what is left of the sum.
        int firstHidden = shown == cells.length - 1 ? cells.length : shown;
        return IntStream.range(0, cells.length).mapToObj(cell -> cell >= firstHidden).toList();
    }

    private static int sumFrom(int first, int... cells) {
        return Arrays.stream(cells).skip(first).sum();
    }
}
