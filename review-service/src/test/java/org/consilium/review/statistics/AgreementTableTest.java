package org.consilium.review.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.consilium.kit.statistics.Suppression;
import org.consilium.kit.statistics.WilsonInterval;
import org.consilium.review.opinion.AxisJudgement.Value;
import org.consilium.review.statistics.AgreementTable.Counted;
import org.consilium.review.statistics.AgreementTable.Row;
import org.junit.jupiter.api.Test;

class AgreementTableTest {

    private static final Path DEFINITIONS = Path.of("../docs/agreement-statistics.md");

    @Test
    void agreement_is_what_agrees_or_is_more_precise_of_what_could_be_assessed() {
        var row = only(counted("diagnosis", 30, 10, 5, 5, 7));

        assertThat(row.assessed()).isEqualTo(50);
        assertThat(row.agreement().cases()).isEqualTo(40);
        assertThat(row.agreement().share()).isEqualTo(0.8);
        assertThat(row.agreement().interval95().low()).isCloseTo(0.6696, within(0.0001));
        assertThat(row.majorDifference().cases()).isEqualTo(5);
        assertThat(row.cannotAssess()).isEqualTo(7);
    }

    @Test
    void a_small_cell_and_the_next_one_are_not_shown() {
        var row = only(counted("diagnosis", 30, 10, 9, 2, 7));

        assertThat(row.assessed()).isEqualTo(51);
        assertThat(row.agreement()).isNotNull();
        assertThat(row.minorDifference()).isNull();
        assertThat(row.majorDifference()).isNull();
    }

    @Test
    void of_few_cases_nothing_is_shown() {
        assertThat(only(counted("diagnosis", 2, 1, 1, 0, 0)))
                .isEqualTo(new Row("family-abroad", "diagnosis", null, null, null, null, null));
    }

    @Test
    void what_one_axis_leaves_out_is_not_to_be_had_from_another() {
        var both = new ArrayList<>(counted("diagnosis", 30, 10, 5, 5, 3));
        both.addAll(counted("treatment-plan", 20, 10, 6, 6, 11));

        assertThat(rows(both)).extracting(Row::axis).containsExactly("diagnosis", "treatment-plan");
        assertThat(rows(both)).extracting(Row::cannotAssess).containsOnlyNulls();
    }

    @Test
    void an_axis_that_everybody_could_assess_is_one_that_tells_how_many_there_are() {
        var both = new ArrayList<>(counted("diagnosis", 30, 10, 5, 5, 0));
        both.addAll(counted("treatment-plan", 20, 10, 6, 6, 8));

        assertThat(rows(both)).extracting(Row::cannotAssess).containsOnlyNulls();
    }

    @Test
    void the_definitions_say_what_is_computed() throws IOException {
        var text = Files.readString(DEFINITIONS);

        assertThat(text)
                .contains("fewer than " + Suppression.SMALLEST_SHOWN + " ")
                .contains("z = " + WilsonInterval.Z);
        for (var component : Row.class.getRecordComponents()) {
            assertThat(text).contains("| `" + component.getName() + "` |");
        }
        for (var value : Value.values()) {
            assertThat(text).as("each value of the taxonomy").contains("`" + value.code() + "`");
        }
    }

    private static List<Counted> counted(
            String axis, int agree, int refined, int minor, int major, int cannotAssess) {
        return List.of(
                new Counted("family-abroad", axis, Value.AGREE, agree),
                new Counted("family-abroad", axis, Value.REFINED, refined),
                new Counted("family-abroad", axis, Value.MINOR_DIFFERENCE, minor),
                new Counted("family-abroad", axis, Value.MAJOR_DIFFERENCE, major),
                new Counted("family-abroad", axis, Value.CANNOT_ASSESS, cannotAssess));
    }

    private static Row only(List<Counted> counted) {
        return rows(counted).getFirst();
    }

    private static List<Row> rows(List<Counted> counted) {
        return AgreementTable.of(2026, true, counted).rows();
    }
}
