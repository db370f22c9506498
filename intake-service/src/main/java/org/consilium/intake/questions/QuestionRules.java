package org.consilium.intake.questions;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.consilium.intake.cases.Content.Question;
import org.consilium.intake.programme.Programme;

/**
 * The quality gate: a question that can be answered from records gets an answer, a wish gets a
 * sigh. It looks at words in English, Urdu and Chinese and can be wrong, so it advises and does not
 * forbid. A question of the bank as it stands there is good.
 */
public final class QuestionRules {

    /** More are not answered with care. */
    public static final int MOST = 10;

    private static final int FEWEST_WORDS = 4;
    private static final int FEWEST_CHARACTERS = 6;

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern QUESTION_MARK = Pattern.compile("[?？؟]");
    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final Pattern WISH =
            Pattern.compile(
                    "^(please (give|treat|prescribe|operate|cure|help)|(we|i) (want|need|would like)\\b"
                            + "|(can|could|will|would) you (treat|prescribe|operate|cure)\\b)"
                            + "|چاہتے ہیں|چاہتا ہوں|چاہتی ہوں|علاج کر دیں|دوا دے دیں"
                            + "|^(请给|请开|我要|我想要|我们要|帮我治|请治)");

    private static final Pattern BEYOND_RECORDS =
            Pattern.compile(
                    "\\b(guarantee|promise|appointment|visa|compensation|refund|negligen(t|ce)|sue)\\b"
                            + "|\\byou (examine|see|visit|meet|call) (him|her|me|us|them)\\b"
                            + "|ضمانت|اپائنٹمنٹ|ویزا|ہرجانہ|غفلت"
                            + "|保证|预约|挂号|签证|赔偿|起诉");

    private QuestionRules() {}

    /** One thing about one question; {@code index}: its place in the draft. */
    public record Advice(int index, Question question, Weakness weakness) {}

    public static List<Advice> advice(List<Question> questions, Programme programme) {
        var advice = new ArrayList<Advice>();
        var seen = new HashSet<String>();
        for (int i = 0; i < questions.size(); i++) {
            var question = questions.get(i);
            if (!seen.add(bare(question.text()))) {
                advice.add(new Advice(i, question, Weakness.DUPLICATE));
            } else if (!isOfTheBank(question, programme)) {
                for (var weakness : weaknesses(question.text())) {
                    advice.add(new Advice(i, question, weakness));
                }
            }
        }
        return advice;
    }

    private static List<Weakness> weaknesses(String text) {
        var lower = text.strip().toLowerCase(Locale.ROOT);
        var found = new ArrayList<Weakness>();
        if (isTooShort(lower)) {
            found.add(Weakness.TOO_SHORT);
        }
        if (QUESTION_MARK.matcher(lower).results().count() > 1) {
            found.add(Weakness.SEVERAL_IN_ONE);
        }
        if (WISH.matcher(lower).find()) {
            found.add(Weakness.TREATMENT_WISH);
        }
        if (BEYOND_RECORDS.matcher(lower).find()) {
            found.add(Weakness.NOT_FROM_RECORDS);
        }
        return found;
    }

    /** Chinese has no spaces: there, characters are counted. */
    private static boolean isTooShort(String text) {
        long characters = HAN.matcher(text).results().count();
        return characters > 0
                ? characters < FEWEST_CHARACTERS
                : bare(text).split(" ", -1).length < FEWEST_WORDS;
    }

    private static boolean isOfTheBank(Question question, Programme programme) {
        return programme.questionBank().stream()
                .filter(known -> known.code().equals(question.bankCode()))
                .flatMap(known -> known.label().values().stream())
                .anyMatch(label -> bare(label).equals(bare(question.text())));
    }

    /** Letters and digits alone; two texts that differ in the rest are the same. */
    private static String bare(String text) {
        return NOT_A_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    /** The bank's questions that the reasons put forward and nobody has asked yet. */
    public static List<String> suggested(
            Programme programme, Set<String> reasons, List<Question> questions) {
        var asked = new HashSet<String>();
        questions.forEach(question -> asked.add(question.bankCode()));
        return programme.reasons().stream()
                .filter(reason -> reasons.contains(reason.code()))
                .flatMap(reason -> reason.asks().stream())
                .distinct()
                .filter(code -> !asked.contains(code))
                .toList();
    }
}
