package org.consilium.kit.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void of_four_cells_as_many_are_shown_as_leave_no_small_rest() {
        assertThat(Suppression.hidden(20, 9, 6, 5)).containsExactly(false, false, false, false);
        assertThat(Suppression.hidden(20, 9, 4, 1)).containsExactly(false, false, true, true);
        assertThat(Suppression.hidden(20, 9, 4, 0)).containsExactly(false, true, true, true);
        assertThat(Suppression.hidden(20, 3, 9, 9)).containsExactly(false, true, true, true);
        assertThat(Suppression.hidden(4, 9, 9, 9)).containsExactly(true, true, true, true);
    }

    /**
     * Whoever knows the rule and the row's sum tries every row there can be: for each hidden cell
     * more than one number must remain.
     */
    @ParameterizedTest(name = "of {0}")
    @ValueSource(ints = {2, 3, 4})
    void no_hidden_cell_can_be_computed_from_what_is_shown(int cells) {
        var rowsThatLookSo = new HashMap<List<Integer>, List<int[]>>();
        for (var row : everyRow(cells, MOST)) {
            rowsThatLookSo.computeIfAbsent(shown(row), look -> new ArrayList<>()).add(row);
        }
        rowsThatLookSo.forEach(SuppressionTest::assertNothingIsTold);
    }

    private static void assertNothingIsTold(List<Integer> shown, List<int[]> rows) {
        for (int cell = 0; cell < shown.size() - 1; cell++) {
            int each = cell;
            if (shown.get(each) == null) {
                assertThat(rows.stream().mapToInt(row -> row[each]).distinct().count())
                        .as("cell %d of what is shown as %s", each, shown)
                        .isGreaterThan(1);
            }
        }
    }

    /** Of so many cells, whose sum is at most this. */
    private static List<int[]> everyRow(int cells, int sum) {
        if (cells == 0) {
            return List.of(new int[0]);
        }
        return IntStream.rangeClosed(0, sum)
                .boxed()
                .flatMap(
                        first ->
                                everyRow(cells - 1, sum - first).stream()
                                        .map(rest -> joined(first, rest)))
                .toList();
    }

    private static int[] joined(int first, int[] rest) {
        return IntStream.concat(IntStream.of(first), Arrays.stream(rest)).toArray();
    }

    /** The cells, null where hidden, and the sum. */
    private static List<Integer> shown(int[] row) {
        var hidden = Suppression.hidden(row);
        boolean all = Suppression.hidesAll(row);
        var shown = new ArrayList<Integer>();
        for (int i = 0; i < row.length; i++) {
            shown.add(all || hidden.get(i) ? null : row[i]);
        }
        shown.add(all ? null : Arrays.stream(row).sum());
        return shown;
    }
}
