package org.consilium.intake.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.consilium.intake.breakglass.BreakGlassRefusal;
import org.consilium.intake.cases.Decision;
import org.consilium.intake.cases.Refusal;
import org.consilium.intake.outcome.OutcomeRefusal;
import org.consilium.intake.words.Texts;
import org.consilium.kit.web.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTextsTest {

    private static final Path MAIN = Path.of("src/main/java");

    /** A refusal at the edge, before any rule is asked, has its code there in so many words. */
    private static final Pattern WITH_CODE =
            Pattern.compile("new Problem\\(\\s*\\d{3},\\s*\"([a-z-]+)\"");

    private static final Pattern ANY = Pattern.compile("new Problem\\(");

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
    void each_refusal_has_its_words_in_each_language_and_no_words_are_left_over(String language)
            throws IOException {
        var codes = codes();

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

    @Test
    void no_refusal_hides_its_code_from_this_test() throws IOException {
        assertThat(found(ANY).count())
                .as(
                        "one stands in Refusals, one in BreakGlassDesk and one in OutcomeDesk, for all that their rules refuse")
                .isEqualTo(found(WITH_CODE).count() + 3);
    }

    /** Of the rules and of the edges; the kit has the words for its own. */
    static Set<String> codes() throws IOException {
        var codes = new TreeSet<String>();
        Stream.of(Refusal.values()).map(Refusals::code).forEach(codes::add);
        Stream.of(BreakGlassRefusal.values()).map(BreakGlassRefusal::code).forEach(codes::add);
        Stream.of(OutcomeRefusal.values()).map(OutcomeRefusal::code).forEach(codes::add);
        found(WITH_CODE).map(problem -> problem.group(1)).forEach(codes::add);
        codes.removeAll(new Texts("kit-problems").codes("en"));
        return codes;
    }

    private static Stream<MatchResult> found(Pattern pattern) throws IOException {
        try (var files = Files.walk(MAIN)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .map(RefusalTextsTest::read)
                    .flatMap(text -> pattern.matcher(text).results())
                    .toList()
                    .stream();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
