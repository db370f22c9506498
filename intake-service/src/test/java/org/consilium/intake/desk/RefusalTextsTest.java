package org.consilium.intake.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.stream.Stream;
import org.consilium.intake.cases.Decision;
import org.consilium.intake.cases.Refusal;
import org.consilium.intake.words.Texts;
import org.consilium.kit.web.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTextsTest {

    /** Refused at the edge, before any rule is asked. */
    private static final List<String> AT_THE_EDGE =
            List.of(
                    "if-match-required",
                    "relation-needs-role",
                    "screening-not-fresh",
                    "too-many-streams",
                    "too-many-streams-of-yours");

    private final Texts texts = new Texts("problems");

    @ParameterizedTest
    @EnumSource
    void each_refusal_has_a_stable_type_a_status_and_words(Refusal refusal) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> Refusals.orProblem(Decision.refused(refusal)))
                .satisfies(
                        problem -> {
                            assertThat(problem.code()).matches("[a-z]+(-[a-z]+)*");
                            assertThat(problem.status()).isBetween(403, 422);
                            assertThat(problem.getMessage())
                                    .isEqualTo(texts.text(problem.code(), "en"))
                                    .endsWith(".");
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ur", "zh"})
    void each_refusal_has_its_words_in_each_language_and_no_words_are_left_over(String language) {
        var refusals = Stream.of(Refusal.values()).map(Refusals::code);
        var codes = Stream.concat(refusals, AT_THE_EDGE.stream()).toList();

        assertThat(texts.codes(language)).containsExactlyInAnyOrderElementsOf(codes);
        assertThat(codes).allSatisfy(code -> assertThat(texts.text(code, language)).isNotBlank());
    }

    @Test
    void the_languages_do_not_say_the_same_words() {
        for (var refusal : Refusal.values()) {
            var code = Refusals.code(refusal);
            assertThat(Texts.LANGUAGES.stream().map(language -> texts.text(code, language)))
                    .doesNotHaveDuplicates();
        }
    }
}
