package org.consilium.review.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.consilium.review.opinion.AxisJudgement.Value.AGREE;
import static org.consilium.review.opinion.AxisJudgement.Value.CANNOT_ASSESS;
import static org.consilium.review.opinion.AxisJudgement.Value.MAJOR_DIFFERENCE;
import static org.consilium.review.opinion.AxisJudgement.Value.MINOR_DIFFERENCE;
import static org.consilium.review.opinion.AxisJudgement.Value.REFINED;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.consilium.review.opinion.AxisJudgement.Value;
import org.consilium.review.statistics.DoubleReadTable.Read;
import org.consilium.review.statistics.Kappa.Pair;
import org.junit.jupiter.api.Test;

class DoubleReadTableTest {

    private static List<Read> reads(int times, Value opinion, Value second) {
        return Collections.nCopies(times, new Read("p", "diagnosis", opinion, second));
    }

    @SafeVarargs
    private static DoubleReadTable.Row only(List<Read>... reads) {
        var all = new ArrayList<Read>();
        for (var some : reads) {
            all.addAll(some);
        }
        return DoubleReadTable.of(2026, true, all).rows().getFirst();
    }

    /** Of 50: both yes 20, both no 15, and 5 and 10 apart: observed 0.70, by chance 0.50. */
    @Test
    void kappa_is_what_the_textbook_computes() {
        var pairs = new ArrayList<Pair<String>>();
        pairs.addAll(Collections.nCopies(20, new Pair<>("yes", "yes")));
        pairs.addAll(Collections.nCopies(5, new Pair<>("yes", "no")));
        pairs.addAll(Collections.nCopies(10, new Pair<>("no", "yes")));
        pairs.addAll(Collections.nCopies(15, new Pair<>("no", "no")));
        var kappa = Kappa.of(pairs);
        assertThat(kappa.value()).isEqualTo(0.40, within(0.0001));
        // 1.96 times the root of 0.7 * 0.3 / 50, by 0.5.
        assertThat(kappa.low()).isEqualTo(0.15, within(0.0001));
        assertThat(kappa.high()).isEqualTo(0.65, within(0.0001));
    }

    @Test
    void two_who_always_say_the_same_one_have_no_kappa() {
        assertThat(Kappa.of(Collections.nCopies(30, new Pair<>("yes", "yes")))).isNull();
    }

    @Test
    void agreed_and_refined_are_the_same_and_what_one_cannot_assess_does_not_count() {
        var row =
                only(
                        reads(6, AGREE, REFINED),
                        reads(5, AGREE, MAJOR_DIFFERENCE),
                        reads(3, AGREE, CANNOT_ASSESS),
                        reads(2, CANNOT_ASSESS, MINOR_DIFFERENCE));
        assertThat(row.assessed()).isEqualTo(11);
        assertThat(row.same().cases()).isEqualTo(6);
        assertThat(row.kappa()).isNotNull();
    }

    @Test
    void with_few_cases_alike_or_apart_none_can_be_made_out() {
        var apart = only(reads(20, AGREE, AGREE), reads(4, AGREE, MAJOR_DIFFERENCE));
        assertThat(apart.assessed()).isEqualTo(24);
        assertThat(apart.same()).isNull();
        assertThat(apart.kappa()).isNull();
        var alike = only(reads(4, AGREE, AGREE), reads(20, AGREE, MINOR_DIFFERENCE));
        assertThat(alike.same()).isNull();
        assertThat(alike.kappa()).isNull();
        var few = only(reads(4, AGREE, MAJOR_DIFFERENCE));
        assertThat(few.assessed()).isNull();
    }

    @Test
    void programmes_and_axes_stand_apart() {
        var reads =
                List.of(
                        new Read("a", "stage", AGREE, AGREE),
                        new Read("a", "diagnosis", AGREE, AGREE),
                        new Read("b", "diagnosis", AGREE, AGREE));
        assertThat(DoubleReadTable.of(2026, false, reads).rows())
                .extracting(row -> row.programme() + "/" + row.axis())
                .containsExactly("a/diagnosis", "a/stage", "b/diagnosis");
    }
}
