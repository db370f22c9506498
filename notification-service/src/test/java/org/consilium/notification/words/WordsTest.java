package org.consilium.notification.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.consilium.notification.telling.Due;
import org.consilium.notification.telling.Kind;
import org.consilium.notification.telling.Turn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The texts as they stand in the files. */
class WordsTest {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]*)}");

    @ParameterizedTest
    @EnumSource
    void every_language_has_every_text_and_no_other(Language language) throws IOException {
        assertThat(texts(language).stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(expectedKeys());
    }

    @ParameterizedTest
    @EnumSource
    void no_text_refers_to_anything_but_reference_headline_and_count(Language language)
            throws IOException {
        var variables = new TreeSet<String>();
        for (var text : texts(language).values()) {
            VARIABLE.matcher((String) text)
                    .results()
                    .forEach(found -> variables.add(found.group(1)));
        }
        assertThat(variables).containsExactly("count", "headline", "reference");
    }

    @ParameterizedTest
    @EnumSource
    void a_headline_is_short_and_has_no_variable(Language language) throws IOException {
        var texts = texts(language);
        assertThat(Arrays.stream(Kind.values()).map(kind -> texts.getProperty("headline_$" + kind)))
                .allSatisfy(
                        headline -> assertThat(headline).hasSizeLessThan(60).doesNotContain("{"));
    }

    private static Set<String> expectedKeys() {
        var keys =
                new TreeSet<>(
                        Set.of(
                                "subject",
                                "missing",
                                "page",
                                "short_text",
                                "digest_subject",
                                "digest_happened",
                                "unsubscribe_title",
                                "unsubscribe_ask",
                                "unsubscribe_ask_digest",
                                "unsubscribe_button",
                                "unsubscribe_done",
                                "open",
                                "footer"));
        for (var kind : Kind.values()) {
            keys.addAll(Set.of("headline_$" + kind, "happened_$" + kind, "next_$" + kind));
        }
        Arrays.stream(Turn.values()).forEach(turn -> keys.add("turn_" + turn));
        Arrays.stream(Due.values()).forEach(due -> keys.add("due_$" + due));
        return keys;
    }

    private static Properties texts(Language language) throws IOException {
        var file = "/messages/words_" + language.tag() + ".properties";
        var texts = new Properties();
        try (var in = WordsTest.class.getResourceAsStream(file)) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
