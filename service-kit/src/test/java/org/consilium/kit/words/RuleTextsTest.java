package org.consilium.kit.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTextsTest {

    private static final Map<String, String> BOUNDS = Map.of("min", "1", "max", "60");

    private final RuleTexts texts = new RuleTexts();

    @ParameterizedTest
    @ValueSource(strings = {"ur", "zh"})
    void bounds_are_named_in_each_language(String language) {
        assertThat(
                        texts.of(language, "size", "size must be between 1 and 60", BOUNDS)
                                .orElseThrow())
                .contains("1", "60")
                .doesNotContain("size", "{");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ur", "zh"})
    void without_bounds_it_is_said_plainly(String language) {
        assertThat(texts.of(language, "size", "at most 200 characters", Map.of()).orElseThrow())
                .isNotBlank()
                .doesNotContain("{", "at most");
    }

    @Test
    void what_is_possible_stays_as_clients_know_it() {
        assertThat(texts.of("zh", "one-of", "one of [pk, uk]", Map.of()).orElseThrow())
                .endsWith(": pk, uk");
        assertThat(texts.of("zh", "one-of", "is one of pk, uk", Map.of()).orElseThrow())
                .endsWith(": pk, uk");
    }

    @Test
    void english_and_a_rule_without_words_are_told_as_they_were() {
        assertThat(texts.of("en", "size", "size must be between 1 and 60", BOUNDS)).isEmpty();
        assertThat(texts.of("zh", "never-heard-of", "said so", Map.of())).isEmpty();
    }

    @Test
    void both_languages_have_words_for_the_same_rules() {
        var files = TextFiles.of("kit-rules");

        assertThat(files.get("ur").stringPropertyNames())
                .isEqualTo(files.get("zh").stringPropertyNames());
    }
}
