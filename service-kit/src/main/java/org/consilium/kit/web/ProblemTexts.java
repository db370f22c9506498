package org.consilium.kit.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The words for a problem's code: this kit's in {@code texts/kit-problems_<language>.properties},
 * the service's own in {@code texts/problems_<language>.properties}. A service that has such files
 * needs do nothing else.
 */
final class ProblemTexts {

    private static final List<String> LANGUAGES = List.of("en", "ur", "zh");

    private final Map<String, Properties> texts = new HashMap<>();

    /** What is said, and in which language. */
    record Words(String language, String text) {}

    ProblemTexts() {
        for (var language : LANGUAGES) {
            var words = new Properties();
            for (var kind : List.of("kit-problems", "problems")) {
                load("texts/" + kind + "_" + language + ".properties", words);
            }
            texts.put(language, words);
        }
    }

    /** In the first of these languages that we speak; empty when the code has no words in it. */
    Optional<Words> of(String code, List<Locale> accepted) {
        return accepted.stream()
                .map(Locale::getLanguage)
                .filter(texts::containsKey)
                .findFirst()
                .filter(language -> texts.get(language).containsKey(code))
                .map(language -> new Words(language, texts.get(language).getProperty(code)));
    }

    private static void load(String path, Properties into) {
        try (var stream =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
            if (stream != null) {
                into.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
