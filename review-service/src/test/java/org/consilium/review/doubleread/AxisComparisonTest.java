package org.consilium.review.doubleread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consilium.review.opinion.AxisJudgement.Value.AGREE;
import static org.consilium.review.opinion.AxisJudgement.Value.CANNOT_ASSESS;
import static org.consilium.review.opinion.AxisJudgement.Value.MAJOR_DIFFERENCE;
import static org.consilium.review.opinion.AxisJudgement.Value.MINOR_DIFFERENCE;

import java.util.Map;
import org.consilium.kit.web.Problem;
import org.consilium.kit.web.Problem.FieldProblem;
import org.consilium.review.opinion.AxisJudgement;
import org.consilium.review.opinion.AxisJudgement.Value;
import org.junit.jupiter.api.Test;

class AxisComparisonTest {

    private static AxisJudgement judged(Value value) {
        return new AxisJudgement(value, null, null, "", null);
    }

    @Test
    void only_one_major_difference_of_the_two_is_one_between_them() {
        for (var other : Value.values()) {
            boolean differs = other != MAJOR_DIFFERENCE;
            assertThat(new AxisComparison(MAJOR_DIFFERENCE, other).differs()).isEqualTo(differs);
            assertThat(new AxisComparison(other, MAJOR_DIFFERENCE).differs()).isEqualTo(differs);
        }
        assertThat(new AxisComparison(AGREE, MINOR_DIFFERENCE).differs()).isFalse();
        assertThat(new AxisComparison(AGREE, CANNOT_ASSESS).differs()).isFalse();
    }

    @Test
    void each_axis_of_the_opinion_is_compared_and_no_other() {
        var opinion = Map.of("diagnosis", judged(AGREE), "stage", judged(AGREE));
        assertThatThrownBy(
                        () ->
                                AxisComparison.of(
                                        opinion, Map.of("diagnosis", AGREE, "pathology", AGREE)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem ->
                                assertThat(problem.fields())
                                        .extracting(FieldProblem::field)
                                        .containsExactly("axes.stage", "axes.pathology"));
        assertThat(AxisComparison.of(opinion, Map.of("diagnosis", AGREE, "stage", AGREE)))
                .hasSize(2);
    }
}
