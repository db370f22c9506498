package org.consilium.intake.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.consilium.intake.programme.Programme;
import org.consilium.intake.programme.Programme.Reply;
import org.consilium.intake.programme.Programmes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScreeningTest {

    private static final Programmes PROGRAMMES =
            new Programmes(List.of("family-abroad-1.yaml", "expert-opinion-1.yaml"));

    static Stream<Programme> programmes() {
        return PROGRAMMES.allCurrent().stream();
    }

    @ParameterizedTest
    @MethodSource("programmes")
    void no_to_every_question_lets_the_case_begin(Programme programme) {
        assertThat(Screening.redirection(programme, allNo(programme))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("programmes")
    void yes_to_any_one_question_redirects(Programme programme) {
        for (var question : programme.screening().questions()) {
            var answers = allNo(programme);
            answers.put(question.code(), Reply.YES);

            assertThat(Screening.redirection(programme, answers)).as(question.code()).isPresent();
        }
    }

    @ParameterizedTest
    @MethodSource("programmes")
    void an_emergency_outweighs_everything_after_it(Programme programme) {
        var answers = new HashMap<String, Reply>();
        programme.screening().questions().forEach(q -> answers.put(q.code(), Reply.YES));

        assertThat(Screening.redirection(programme, answers).orElseThrow().code())
                .isEqualTo("call-emergency");
    }

    @Test
    void the_number_is_that_of_the_country_the_patient_is_in() {
        var programme = PROGRAMMES.current("family-abroad").orElseThrow();

        assertThat(programme.screening().emergencyNumber("PK")).isEqualTo("1122");
        assertThat(programme.screening().emergencyNumber("DE")).isEqualTo("112");
    }

    @Test
    void a_question_without_answer_and_an_answer_without_question_are_named() {
        var programme = PROGRAMMES.current("expert-opinion").orElseThrow();
        var answers = allNo(programme);
        answers.remove("self-harm");
        answers.put("weather", Reply.NO);

        assertThat(Screening.unmatched(programme, answers)).containsExactly("self-harm", "weather");
    }

    private static Map<String, Reply> allNo(Programme programme) {
        var answers = new HashMap<String, Reply>();
        programme.screening().questions().forEach(q -> answers.put(q.code(), Reply.NO));
        return answers;
    }
}
