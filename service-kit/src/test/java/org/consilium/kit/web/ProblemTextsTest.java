package org.consilium.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ProblemTextsTest {

    private final ProblemTexts texts = new ProblemTexts();

    @Test
    void the_first_language_we_speak_is_taken() {
        var words = texts.of("not-found", List.of(Locale.FRENCH, Locale.CHINA, Locale.ENGLISH));

        assertThat(words).map(ProblemTexts.Words::language).contains("zh");
    }

    @Test
    void what_has_no_words_stays_as_it_is() {
        assertThat(texts.of("not-found", List.of(Locale.FRENCH))).isEmpty();
        assertThat(texts.of("not-found", List.of())).isEmpty();
        assertThat(texts.of("never-heard-of", List.of(Locale.ENGLISH))).isEmpty();
    }
}
