package org.consilium.review.completeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.groups.Tuple;
import org.consilium.review.opinion.LabValue;
import org.consilium.review.opinion.LabValue.Concern;
import org.consilium.review.opinion.LabValue.Flag;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabValueRulesTest {

    private static final LabValue LOW_HAEMOGLOBIN =
            value("9.8", "13.0-17.0", Flag.LOW, Concern.ASK_SOON, "Should the iron be measured?");

    @Test
    void an_explained_value_lacks_nothing() {
        assertThat(missing(LOW_HAEMOGLOBIN)).isEmpty();
    }

    @Test
    void an_explanation_of_results_explains_at_least_one() {
        assertThat(LabValueRules.missing(true, List.of(), false))
                .containsExactly(new Missing("labValues", Missing.Rule.NO_LAB_VALUES));
    }

    @Test
    void a_form_that_asks_for_none_takes_none() {
        assertThat(LabValueRules.missing(false, List.of(), false)).isEmpty();
        assertThat(LabValueRules.missing(false, List.of(LOW_HAEMOGLOBIN), false))
                .containsExactly(new Missing("labValues", Missing.Rule.LAB_VALUES_NOT_ASKED));
    }

    @Test
    void everything_a_value_lacks_is_told_with_its_place_in_the_list() {
        var empty = new LabValue(" ", null, "", null, "", null, "", null, "");

        assertThat(LabValueRules.missing(true, List.of(LOW_HAEMOGLOBIN, empty), false))
                .extracting(Missing::field, lack -> lack.rule().id())
                .containsExactly(
                        Tuple.tuple("labValues.1.name", "empty-lab-field"),
                        Tuple.tuple("labValues.1.value", "empty-lab-field"),
                        Tuple.tuple("labValues.1.range", "empty-lab-field"),
                        Tuple.tuple("labValues.1.flag", "empty-lab-field"),
                        Tuple.tuple("labValues.1.meaning", "empty-lab-field"),
                        Tuple.tuple("labValues.1.concern", "empty-lab-field"));
    }

    @Nested
    class A_concern {

        @Test
        void comes_with_what_to_ask() {
            assertThat(rules(value("9.8", "13.0-17.0", Flag.LOW, Concern.WATCH, " ")))
                    .containsExactly("concern-without-question");
            assertThat(rules(value("14", "13.0-17.0", Flag.NORMAL, Concern.NONE, ""))).isEmpty();
        }

        @Test
        void about_a_critical_value_is_urgent() {
            var calm = value("6.9", "3.5-5.1", Flag.CRITICAL_HIGH, Concern.ASK_SOON, "?");
            assertThat(rules(calm)).containsExactly("critical-without-urgency");
        }

        @Test
        void about_a_critical_value_is_told_before_the_letter() {
            var critical = value("6.9", "3.5-5.1", Flag.CRITICAL_HIGH, Concern.URGENT, "?");
            assertThat(rules(critical)).isEmpty();
            assertThat(LabValueRules.missing(true, List.of(critical), false))
                    .containsExactly(
                            new Missing("labValues.0.flag", Missing.Rule.CRITICAL_WITHOUT_FINDING));
        }
    }

    @ParameterizedTest(name = "{0} against {1} is {2}: {3}")
    @CsvSource({
        "9.8, 13.0-17.0, LOW, true",
        "9.8, 13.0-17.0, NORMAL, false",
        "9.8, 13.0-17.0, HIGH, false",
        "13.0, 13.0-17.0, NORMAL, true",
        "17, 13.0 – 17.0, HIGH, false",
        "17.1, 13.0–17.0, HIGH, true",
        "5.0, < 5.0, NORMAL, false",
        "5.0, <= 5.0, NORMAL, true",
        "5.0, ≥ 5.0, LOW, false",
        "60, > 60, NORMAL, false",
        "61, > 60, NORMAL, true",
        "6.9, 3.5-5.1, CRITICAL_LOW, false",
        "negative, negative, NORMAL, true",
        "positive, negative, ABNORMAL, true",
        "12, 'men 13-17, women 12-15', NORMAL, true",
        "< 0.1, 0.4-4.0, LOW, true"
    })
    void a_flag_that_says_the_opposite_of_the_numbers_is_told(
            String measured, String range, Flag flag, boolean holds) {
        var concern = flag.isCritical() ? Concern.URGENT : Concern.WATCH;

        assertThat(rules(value(measured, range, flag, concern, "What now?")))
                .isEqualTo(holds ? List.of() : List.of("flag-contradicts-range"));
    }

    private static List<String> rules(LabValue value) {
        return missing(value).stream().map(lack -> lack.rule().id()).toList();
    }

    private static List<Missing> missing(LabValue value) {
        return LabValueRules.missing(true, List.of(value), true);
    }

    private static LabValue value(
            String value, String range, Flag flag, Concern concern, String ask) {
        return new LabValue(
                "Haemoglobin", "718-7", value, "g/dL", range, flag, "It is low.", concern, ask);
    }
}
