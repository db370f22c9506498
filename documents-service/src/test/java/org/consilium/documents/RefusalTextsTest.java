package org.consilium.documents;

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
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTextsTest {

    private static final Path MAIN = Path.of("src/main/java");
    private static final Path TESTS = Path.of("src/test/java");

    /** In so many words where it is refused, or in an enum of refusals with its status. */
    private static final Pattern WITH_CODE =
            Pattern.compile("(?:new Problem|[A-Z_]+)\\(\\s*(\\d{3}),\\s*\"([a-z-]+)\"");

    private static final Pattern ANY = Pattern.compile("new Problem\\(");

    /** Nobody is left to hear the first; the second is said by jobs to each other. */
    private static final Set<String> NOT_TO_BE_PROVOKED =
            Set.of("broken-off", "not-under-examination");

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
        var inEnums = found(MAIN, Pattern.compile("new Problem\\(status, code, detail\\)"));
        var ofEnums = found(MAIN, Pattern.compile("\\b[A-Z_]+\\(\\s*\\d{3},\\s*\"[a-z-]+\""));
        assertThat(found(MAIN, ANY))
                .hasSize(found(MAIN, WITH_CODE).size() - ofEnums.size() + inEnums.size());
    }

    /** A code that only stands somewhere in a test, such as a state of the same name, is none. */
    @Test
    void each_refusal_is_what_some_test_expects_as_the_answer() throws IOException {
        for (var code : codes()) {
            assertThat(found(TESTS, expected(code)).isEmpty())
                    .as(code)
                    .isEqualTo(NOT_TO_BE_PROVOKED.contains(code));
        }
    }

    @Test
    void the_readme_lists_each_refusal_that_somebody_can_meet_behind_its_status()
            throws IOException {
        var readme = Files.readString(Path.of("README.md"));
        var listed = new TreeMap<String, String>();
        for (var status :
                Pattern.compile("\\b(\\d{3})((?:[\\s,]+`[a-z-]+`)+)")
                        .matcher(list(readme))
                        .results()
                        .toList()) {
            Pattern.compile("[a-z-]+")
                    .matcher(status.group(2))
                    .results()
                    .forEach(code -> listed.put(code.group(), status.group(1)));
        }
        var refusals = new TreeMap<String, String>();
        found(MAIN, WITH_CODE).forEach(found -> refusals.put(found.group(2), found.group(1)));
        refusals.keySet().removeAll(NOT_TO_BE_PROVOKED);
        refusals.keySet().retainAll(codes());
        assertThat(listed).isEqualTo(refusals);
    }

    private static String list(String readme) {
        return readme.substring(
                readme.indexOf("by `Accept-Language`:"), readme.indexOf("Rejection reasons:"));
    }

    /** Of a problem's type, behind a status, or of the code that was read from an answer. */
    private static Pattern expected(String code) {
        return Pattern.compile(
                "(?:body\\(\\s*\"type\",\\s*\\w+\\(|\\d{3},\\s*|[cC]ode\\(\\)\\)\\s*\\.isEqualTo\\()"
                        + "\"(?:urn:consilium:problem)?:?"
                        + code
                        + "\"");
    }

    /** The kit has the words for its own. */
    private static Set<String> codes() throws IOException {
        var codes = new TreeSet<String>();
        found(MAIN, WITH_CODE).forEach(problem -> codes.add(problem.group(2)));
        codes.removeAll(texts("kit-problems", "en").stringPropertyNames());
        return codes;
    }

    private static List<MatchResult> found(Path where, Pattern pattern) throws IOException {
        try (var files = Files.walk(where)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("RefusalTextsTest.java"))
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
