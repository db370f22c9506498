package org.consilium.intake.questions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.intake.cases.CaseFixtures.FAMILY_ABROAD;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.intake.cases.Content.Question;
import org.consilium.intake.questions.QuestionRules.Advice;
import org.consilium.intake.words.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Does he need the chemotherapy for six months?",
                "Is the operation necessary, and can it be done with small cuts?",
                "How likely is it that the pain comes from the spine",
                "We want to know: is it cancer?",
                "How long does he have to take these tablets?",
                "How long will the treatment take, and how many sessions are left out?",
                "Is the illness at a stage where an operation helps?",
                "کیا چھ ماہ کیموتھراپی ضروری ہے؟",
                "ہم جاننا چاہتے ہیں کہ تشخیص درست ہے یا نہیں؟",
                "کیا اس عمر میں آپریشن کرنا چاہیے؟",
                "诊断是否正确？",
                "化疗需要六个月吗？"
            })
    void a_question_that_records_can_answer_is_left_alone(String text) {
        assertThat(weaknesses(text)).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Cancer?                                             | too-short
                    Is it bad?                                          | too-short
                    کینسر؟                                              | too-short
                    怎么办？                                             | too-short
                    Is it cancer? Is it bad? What comes next?           | several-in-one
                    کیا یہ کینسر ہے؟ کیا آپریشن ضروری ہے؟                    | several-in-one
                    是不是癌症？要不要做手术？                              | several-in-one
                    Please give him the new tablets from America        | treatment-wish
                    We want the operation as soon as possible           | treatment-wish
                    Can you treat my father with stem cells?            | treatment-wish
                    ہم چاہتے ہیں کہ نئی دوا شروع ہو                        | treatment-wish
                    请给我父亲开新的靶向药                                  | treatment-wish
                    Do you guarantee that he will be cured?             | guarantee
                    Will he be cured?                                   | guarantee
                    Can my mother ever be healed of this illness?       | guarantee
                    کیا وہ ٹھیک ہو جائیں گے؟                                | guarantee
                    这个病能不能治好？                                     | guarantee
                    How long does he have?                              | prognosis
                    How long do I have to live with this?               | prognosis
                    How many months does my father have left?           | prognosis
                    Will my mother survive this illness?                | prognosis
                    ان کے پاس کتنا وقت ہے؟                                 | prognosis
                    کیا میری والدہ بچ جائیں گی؟                             | prognosis
                    我父亲还能活多久？                                     | prognosis
                    他还有多少时间？                                      | prognosis
                    کیا آپ ویزا کا انتظام کریں گے؟                           | not-from-records
                    能不能帮忙预约医生门诊？                                | not-from-records
                    When can you examine him in the clinic?             | not-from-records
                    کیا آپ صحت یابی کی ضمانت دیتے ہیں؟                      | guarantee
                    能不能保证治好我母亲的病？                              | guarantee
                    """)
    void a_weak_question_is_told_what_is_weak(String text, String weakness) {
        assertThat(weaknesses(text)).containsExactly(weakness);
    }

    @Test
    void it_is_found_whatever_keyboard_wrote_it() {
        var arabicKeyboard = "كيا وه ٹهيك هو جائيں گے؟";

        assertThat(weaknesses(arabicKeyboard)).containsExactly("guarantee");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ur", "zh"})
    void every_language_has_the_rules_of_english(String language) {
        var signs = new Texts("weaknesses");

        assertThat(signs.codes(language)).isEqualTo(signs.codes("en"));
    }

    @Test
    void what_differs_only_in_marks_and_capitals_is_a_duplicate() {
        var advice = advice("Is the diagnosis certain?", "is the diagnosis CERTAIN ?!");

        assertThat(advice).extracting(Advice::weakness).containsExactly(Weakness.DUPLICATE);
        assertThat(advice).extracting(Advice::index).containsExactly(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ur"})
    void every_question_of_the_bank_is_good(String language) {
        var bank =
                FAMILY_ABROAD.questionBank().stream()
                        .map(known -> question(known.label().get(language), known.code()))
                        .toList();

        assertThat(QuestionRules.advice(bank, FAMILY_ABROAD)).isEmpty();
    }

    @Test
    void the_reasons_suggest_what_nobody_asked_yet() {
        var asked = List.of(question("Is the diagnosis correct?", "diagnosis-correct"));

        assertThat(
                        QuestionRules.suggested(
                                FAMILY_ABROAD, Set.of("serious-diagnosis", "does-not-fit"), asked))
                .containsExactly("other-treatments", "further-tests");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ur", "zh"})
    void every_weakness_has_its_words(String language) {
        var codes = Stream.of(Weakness.values()).map(Weakness::code).collect(Collectors.toSet());

        assertThat(new Texts("advice").codes(language)).isEqualTo(codes);
    }

    private static List<String> weaknesses(String text) {
        return advice(text).stream()
                .map(advice -> advice.weakness().code())
                .collect(Collectors.toList());
    }

    private static List<Advice> advice(String... texts) {
        var questions = Arrays.stream(texts).map(text -> question(text, null)).toList();
        return QuestionRules.advice(questions, FAMILY_ABROAD);
    }

    private static Question question(String text, String bankCode) {
        return new Question(new UUID(7, text.hashCode()), text, bankCode);
    }
}
