package org.consilium.review.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.consilium.review.lifecycle.Refusal;
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

    @ParameterizedTest
    @EnumSource
    void each_refusal_has_a_stable_type_a_status_and_words(Refusal refusal) {
        var problem = Refusals.problem(refusal);

        assertThat(problem.code()).matches("[a-z]+(-[a-z]+)*");
        assertThat(problem.status()).isIn(403, 404, 409);
        assertThat(problem.getMessage()).endsWith(".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ur", "zh"})
    void each_refusal_has_its_words_in_each_language_and_no_words_are_left_over(String language)
            throws IOException {
        var texts = texts("problems", language);

        assertThat(texts.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(codes());
        assertThat(texts.values()).allSatisfy(words -> assertThat((String) words).isNotBlank());
    }

    @Test
    void the_languages_do_not_say_the_same_words() throws IOException {
        for (var code : codes()) {
            assertThat(
                            Stream.of("en", "ur", "zh")
                                    .map(language -> texts("problems", language).get(code)))
                    .as(code)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void no_refusal_hides_its_code_from_this_test() throws IOException {
        assertThat(found(ANY))
                .as("one stands in Refusals, for all that the rules refuse")
                .hasSize(found(WITH_CODE).size() + 1);
    }

    /** Of the rules and of the edges; the kit has the words for its own. */
    private static Set<String> codes() throws IOException {
        var codes = new TreeSet<String>();
        Stream.of(Refusal.values())
                .map(refusal -> Refusals.problem(refusal).code())
                .forEach(codes::add);
        found(WITH_CODE).forEach(problem -> codes.add(problem.group(1)));
        codes.removeAll(texts("kit-problems", "en").stringPropertyNames());
        return codes;
    }

    private static List<MatchResult> found(Pattern pattern) throws IOException {
        try (var files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(RefusalTextsTest::read)
                    .flatMap(text -> pattern.matcher(text).results())
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties texts(String kind, String language) {
        var texts = new Properties();
        var path = "/texts/" + kind + "_" + language + ".properties";
        try (var stream = RefusalTextsTest.class.getResourceAsStream(path)) {
            texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
