package org.consilium.review.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SuppressionTest {

    private static final int MOST = 24;

    @Test
    void large_cells_are_shown() {
        assertThat(Suppression.hidden(20, 5, 7)).containsExactly(false, false, false);
    }

    @Test
    void a_small_cell_is_never_hidden_alone() {
        assertThat(Suppression.hidden(20, 7, 3)).containsExactly(false, true, true);
    }

    @Test
    void cells_that_are_nothing_together_take_another_one_along() {
        assertThat(Suppression.hidden(20, 0, 0)).containsExactly(true, true, true);
        assertThat(Suppression.hidden(20, 1, 4)).containsExactly(false, true, true);
        assertThat(Suppression.hidden(4, 20, 20)).containsExactly(true, true, true);
    }

    @Test
    void of_a_row_of_fewer_than_five_nothing_is_shown() {
        assertThat(Suppression.hidesAll(4, 0, 0)).isTrue();
        assertThat(Suppression.hidesAll(4, 1, 0)).isFalse();
    }

    /**
     * Whoever knows the rule and the row's sum tries every row there can be: for each hidden cell
     * more than one number must remain.
     */
    @Test
    void no_hidden_cell_can_be_computed_from_what_is_shown() {
        var rowsThatLookSo = new HashMap<List<Integer>, List<List<Integer>>>();
        for (var row : everyRow()) {
            rowsThatLookSo.computeIfAbsent(shown(row), look -> new ArrayList<>()).add(row);
        }
        rowsThatLookSo.forEach(SuppressionTest::assertNothingIsTold);
    }

    private static void assertNothingIsTold(List<Integer> shown, List<List<Integer>> rows) {
        for (int cell = 0; cell < 3; cell++) {
            int each = cell;
            if (shown.get(each) == null) {
                assertThat(rows.stream().map(row -> row.get(each)).distinct())
                        .as("cell %d of what is shown as %s", each, shown)
                        .hasSizeGreaterThan(1);
            }
        }
    }

    private static List<List<Integer>> everyRow() {
        var rows = new ArrayList<List<Integer>>();
        for (int a = 0; a <= MOST; a++) {
            for (int b = 0; b <= MOST; b++) {
                for (int c = 0; c <= MOST; c++) {
                    rows.add(List.of(a, b, c));
                }
            }
        }
        return rows.stream().filter(row -> row.stream().mapToInt(i -> i).sum() <= MOST).toList();
    }

    /** The cells, null where hidden, and the sum. */
    private static List<Integer> shown(List<Integer> row) {
        var hidden = Suppression.hidden(row.get(0), row.get(1), row.get(2));
        var shown = new ArrayList<Integer>();
        boolean all = Suppression.hidesAll(row.get(0), row.get(1), row.get(2));
        IntStream.range(0, 3).forEach(i -> shown.add(all || hidden.get(i) ? null : row.get(i)));
        shown.add(all ? null : row.stream().mapToInt(i -> i).sum());
        return shown;
    }
}
