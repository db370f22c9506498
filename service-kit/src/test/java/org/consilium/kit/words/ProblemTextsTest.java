package org.consilium.kit.words;

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
    void its_first_sentence_is_the_title() {
        assertThat(new ProblemTexts.Words("ur", "ایک بات۔ دوسری بات۔").title())
                .isEqualTo("ایک بات");
        assertThat(new ProblemTexts.Words("zh", "一件事。另一件事。").title()).isEqualTo("一件事");
    }

    @Test
    void what_has_no_words_stays_as_it_is() {
        assertThat(texts.of("not-found", List.of(Locale.FRENCH))).isEmpty();
        assertThat(texts.of("not-found", List.of())).isEmpty();
        assertThat(texts.of("never-heard-of", List.of(Locale.ENGLISH))).isEmpty();
    }
}
