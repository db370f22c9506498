package org.consilium.review.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.consilium.kit.web.Problem.FieldProblem;
import org.consilium.review.reading.CommittedReading.Confidence;
import org.consilium.review.reading.CommittedReading.Reading;
import org.junit.jupiter.api.Test;

class ReadingFormTest {

    private static final List<String> FORM = List.of("diagnosis", "treatment-plan");

    @Test
    void a_reading_speaks_of_the_axes_it_likes_to() {
        assertThat(faults(Map.of())).isEmpty();
        assertThat(faults(Map.of("diagnosis", "A polyp."))).isEmpty();
    }

    @Test
    void each_axis_that_the_form_has_not_or_of_which_nothing_is_said_is_named() {
        assertThat(faults(Map.of("prognosis", "Good.", "treatment-plan", " ", "Diagnosis", "x")))
                .extracting(FieldProblem::field, FieldProblem::rule)
                .containsExactly(
                        Tuple.tuple("axes.Diagnosis", "unknown-axis"),
                        Tuple.tuple("axes.prognosis", "unknown-axis"),
                        Tuple.tuple("axes.treatment-plan", "empty-axis"));
    }

    private static List<FieldProblem> faults(Map<String, String> axes) {
        return ReadingForm.faults(new Reading("d", "p", Confidence.HIGH, axes), FORM);
    }
}
