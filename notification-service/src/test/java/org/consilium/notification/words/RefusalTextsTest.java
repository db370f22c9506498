package org.consilium.notification.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** This service refuses at its edges only, each time with code and words in so many letters. */
class RefusalTextsTest {

    private static final Path MAIN = Path.of("src/main/java");

    private static final Pattern WITH_WORDS =
            Pattern.compile("new Problem\\(\\s*\\d{3},\\s*\"([a-z-]+)\",\\s*\"([^\"]+)\"\\s*[,)]");

    private static final Pattern ANY = Pattern.compile("new Problem\\(");

    @Test
    void no_refusal_hides_its_code_from_this_test() {
        assertThat(found(ANY)).hasSameSizeAs(found(WITH_WORDS)).isNotEmpty();
    }

    @Test
    void each_is_told_in_english_as_it_stands_in_the_code() {
        assertThat(texts("en")).containsExactlyInAnyOrderEntriesOf(refusals());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ur", "zh"})
    void each_has_words_of_its_own_in_each_other_language(String language) {
        var words = texts(language);

        assertThat(words).containsOnlyKeys(refusals().keySet());
        assertThat(words.values())
                .doesNotHaveDuplicates()
                .allSatisfy(text -> assertThat(text).endsWith(language.equals("ur") ? "۔" : "。"));
    }

    private static Map<String, String> refusals() {
        return found(WITH_WORDS).stream()
                .collect(Collectors.toMap(one -> one.group(1), one -> one.group(2)));
    }

    private static List<MatchResult> found(Pattern pattern) {
        try (var files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(RefusalTextsTest::read)
                    .flatMap(text -> pattern.matcher(text).results())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> texts(String language) {
        var texts = new Properties();
        var path = "/texts/problems_" + language + ".properties";
        try (var stream = RefusalTextsTest.class.getResourceAsStream(path)) {
            texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts.stringPropertyNames().stream()
                .collect(Collectors.toMap(code -> code, texts::getProperty));
    }
}
