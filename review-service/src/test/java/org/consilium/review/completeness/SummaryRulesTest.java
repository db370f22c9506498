package org.consilium.review.completeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.consilium.review.opinion.OpinionContent;
import org.consilium.review.opinion.OpinionContent.TranslatedSummary;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummaryRulesTest {

    private static final Missing NOT_THERE =
            new Missing("translatedSummary", Missing.Rule.SUMMARY_NOT_IN_PATIENTS_LANGUAGE);

    @Nested
    class An_opinion_in_the_patients_language {

        @ParameterizedTest
        @CsvSource({
            "en, en, It is right.",
            "ur, ur, تشخیص درست ہے۔",
            "ur-PK, ur, تشخیص درست ہے۔",
            "zh-Hans, zh, 诊断是正确的。"
        })
        void lacks_nothing(String writtenIn, String letter, String summary) {
            assertThat(SummaryRules.missing(opinion(summary, null), writtenIn, letter)).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"ur, It is right.", "zh, It is right.", "en, 诊断是正确的。", "en, تشخیص درست ہے۔"})
        void is_one_only_if_its_summary_is_in_that_script(String language, String summary) {
            assertThat(SummaryRules.missing(opinion(summary, null), language, language))
                    .containsExactly(
                            new Missing("summary", Missing.Rule.SUMMARY_NOT_IN_PATIENTS_LANGUAGE));
        }

        @Test
        void is_not_translated_into_it_once_more() {
            var twice = new TranslatedSummary("ur", "تشخیص درست ہے۔");
            assertThat(SummaryRules.missing(opinion("درست ہے۔", twice), "ur", "ur"))
                    .extracting(lack -> lack.rule().id())
                    .containsExactly("summary-translated-twice");
        }

        @Test
        void without_a_summary_is_told_so_elsewhere() {
            assertThat(SummaryRules.missing(opinion(" ", null), "ur", "ur")).isEmpty();
        }
    }

    @Nested
    class An_opinion_in_another_language {

        @Test
        void has_its_summary_in_the_patients_too() {
            var urdu = new TranslatedSummary("ur-PK", "تشخیص درست ہے۔");
            assertThat(SummaryRules.missing(opinion("It is right.", urdu), "en-GB", "ur"))
                    .isEmpty();
        }

        @Test
        void cannot_be_signed_without_it() {
            assertThat(SummaryRules.missing(opinion("It is right.", null), "en", "ur"))
                    .containsExactly(NOT_THERE);
        }

        @ParameterizedTest
        @CsvSource({"zh, 诊断是正确的。", "ur, It is right.", "en, It is right."})
        void nor_with_one_in_a_third_language_or_in_name_only(String language, String text) {
            var translated = new TranslatedSummary(language, text);
            assertThat(SummaryRules.missing(opinion("It is right.", translated), "en", "ur"))
                    .containsExactly(NOT_THERE);
        }
    }

    private static OpinionContent opinion(String summary, TranslatedSummary translated) {
        return new OpinionContent(
                Map.of(),
                Map.of(),
                List.of(),
                summary,
                List.of(),
                List.of(),
                List.of(),
                translated);
    }
}
