package org.consilium.review.statistics;

import java.util.List;

/**
 * Which cells of a row are not shown. The row's sum is shown beside it, so a cell alone could be
 * computed from the others. Which cells go together is fixed: one that were chosen by its size
 * would tell its size.
 */
final class Suppression {

    /** Cells of fewer cases are not shown. */
    static final int SMALLEST_SHOWN = 5;

    private static final List<Boolean> NONE = List.of(false, false, false);
    private static final List<Boolean> THE_DIFFERENCES = List.of(false, true, true);
    private static final List<Boolean> ALL = List.of(true, true, true);

    private Suppression() {}

    /** A row of which nothing is shown, its sum neither. */
    static boolean hidesAll(int agreement, int minor, int major) {
        return agreement + minor + major < SMALLEST_SHOWN;
    }

    /** True for each cell that is not shown: agreement, minor and major difference. */
    static List<Boolean> hidden(int agreement, int minor, int major) {
        if (agreement < SMALLEST_SHOWN || minor + major < SMALLEST_SHOWN) {
            return ALL;
        }
        return minor < SMALLEST_SHOWN || major < SMALLEST_SHOWN ? THE_DIFFERENCES : NONE;
    }
}
