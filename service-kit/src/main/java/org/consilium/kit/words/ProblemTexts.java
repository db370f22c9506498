package org.consilium.kit.words;

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
public final class ProblemTexts {

    private final Map<String, Properties> texts = TextFiles.of("kit-problems", "problems");

    /** What is said, and in which language. */
    public record Words(String language, String text) {

        /** Of the problem's kind: its first sentence. */
        public String title() {
            return text.split("(?<=[^0-9])[.۔。:：;；]", 2)[0];
        }
    }

    /** The first of these languages that we speak. */
    public Optional<String> language(List<Locale> accepted) {
        return accepted.stream().map(Locale::getLanguage).filter(texts::containsKey).findFirst();
    }

    /** Empty when the code has no words in the first of these languages that we speak. */
    public Optional<Words> of(String code, List<Locale> accepted) {
        return language(accepted)
                .filter(language -> texts.get(language).containsKey(code))
                .map(language -> new Words(language, texts.get(language).getProperty(code)));
    }
}
