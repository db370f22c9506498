package org.consilium.intake.questions;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.consilium.intake.cases.Content.Question;
import org.consilium.intake.programme.Programme;
import org.consilium.intake.words.Texts;

/**
 * The quality gate: a question that can be answered from records gets an answer, a wish gets a
 * sigh. It looks at words ({@code texts/weaknesses_<language>.properties}) and can be wrong, so it
 * advises and does not forbid. A question of the bank as it stands there is good.
 */
public final class QuestionRules {

    /** More are not answered with care. */
    public static final int MOST = 10;

    private static final int FEWEST_WORDS = 4;
    private static final int FEWEST_CHARACTERS = 6;

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern QUESTION_MARK = Pattern.compile("[?？؟]");
    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final List<Weakness> BY_WORDS =
            List.of(
                    Weakness.TREATMENT_WISH,
                    Weakness.NOT_FROM_RECORDS,
                    Weakness.GUARANTEE,
                    Weakness.PROGNOSIS);

    private static final Texts SIGNS = new Texts("weaknesses");
    private static final Map<Weakness, List<Pattern>> PATTERNS = patterns();

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
        BY_WORDS.stream()
                .filter(weakness -> shows(PlainLetters.of(lower), weakness))
                .forEach(found::add);
        return found;
    }

    private static boolean shows(String text, Weakness weakness) {
        return PATTERNS.get(weakness).stream().anyMatch(sign -> sign.matcher(text).find());
    }

    /** Of all languages: whoever writes in one may use words of another. */
    private static Map<Weakness, List<Pattern>> patterns() {
        var patterns = new EnumMap<Weakness, List<Pattern>>(Weakness.class);
        for (var weakness : BY_WORDS) {
            patterns.put(
                    weakness,
                    Texts.LANGUAGES.stream()
                            .map(language -> SIGNS.text(weakness.code(), language))
                            .map(PlainLetters::of)
                            .map(Pattern::compile)
                            .toList());
        }
        return patterns;
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
