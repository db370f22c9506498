package org.consilium.review.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.consilium.review.opinion.AgreementLabel;
import org.consilium.review.opinion.Answered;
import org.consilium.review.opinion.AxisJudgement;
import org.consilium.review.opinion.LabValue;
import org.consilium.review.opinion.NotCompared;
import org.junit.jupiter.api.Test;

class LetterWordsTest {

    @Test
    void every_language_has_words_for_the_same_things() {
        var english = LetterWords.in("en").all().keySet();
        for (var language : LetterWords.LANGUAGES) {
            assertThat(LetterWords.in(language).all().keySet()).as(language).isEqualTo(english);
        }
    }

    @Test
    void every_code_of_the_taxonomy_has_words() {
        var words = LetterWords.in("en");
        Arrays.stream(Answered.values()).forEach(c -> words.of("answered." + c.code()));
        Arrays.stream(AgreementLabel.values()).forEach(c -> words.of("label." + c.code()));
        Arrays.stream(NotCompared.values()).forEach(c -> words.of("not-compared." + c.code()));
        Arrays.stream(AxisJudgement.Value.values()).forEach(c -> words.of("value." + c.code()));
        Arrays.stream(AxisJudgement.Cause.values()).forEach(c -> words.of("cause." + c.code()));
        Arrays.stream(LabValue.Flag.values()).forEach(c -> words.of("flag." + c.code()));
        Arrays.stream(LabValue.Concern.values()).forEach(c -> words.of("concern." + c.code()));
        Arrays.stream(AxisJudgement.Significance.values())
                .forEach(c -> words.of("significance." + c.code()));
    }

    @Test
    void a_language_without_words_gets_english_and_a_region_gets_its_language() {
        assertThat(LetterWords.in("fr").language()).isEqualTo("en");
        assertThat(LetterWords.in("zh-Hans-CN").language()).isEqualTo("zh");
        assertThat(LetterWords.in("ur-PK").direction()).isEqualTo("rtl");
    }
}
