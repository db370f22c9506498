package org.consilium.review.letter;

import java.util.List;
import org.consilium.review.letter.LetterPage.ValueRow;

/** A letter that explains results: numbers, words, open ranges, and more rows than a page holds. */
final class SampleResults {

    private SampleResults() {}

    static LetterPage explained(LetterPage page, LetterWords words) {
        return new LetterPage(
                page.programme(),
                page.reference(),
                page.patient(),
                words.of("not-compared.explains-results"),
                page.summary(),
                page.sections(),
                page.questions(),
                List.of(),
                page.questionsForOwnDoctor(),
                page.sources(),
                page.signature(),
                page.signedOn(),
                rows(words, texts(words.language())),
                null,
                page.original());
    }

    /** What a reviewer writes of each: meaning and what to ask. */
    private static List<String> texts(String language) {
        return switch (language) {
            case "ur" ->
                    List.of(
                            "خون میں ہیموگلوبن کم ہے، اس لیے تھکن محسوس ہو سکتی ہے۔ (haemoglobin 9.8 g/dL)",
                            "کیا آئرن کی کمی کا ٹیسٹ ہو سکتا ہے؟",
                            "پوٹاشیم بہت زیادہ ہے؛ اس سے دل کی دھڑکن متاثر ہو سکتی ہے۔",
                            "منفی");
            case "zh" -> List.of("血红蛋白偏低，可能因此感到疲倦。", "是否需要检查铁元素？", "血钾过高，可能影响心跳。", "阴性");
            default ->
                    List.of(
                            "The blood carries less oxygen than it should; that makes tired.",
                            "Should the iron be measured?",
                            "There is too much potassium in the blood; it can disturb the heartbeat.",
                            "negative");
        };
    }

    private static List<ValueRow> rows(LetterWords words, List<String> texts) {
        var low =
                row(
                        words,
                        List.of("Haemoglobin", "718-7", "9.8 g/dL", "13.0-17.0", "low", "ask-soon"),
                        texts.get(0),
                        texts.get(1));
        var critical =
                row(
                        words,
                        List.of(
                                "Potassium (K+)",
                                "2823-3",
                                "6.9 mmol/L",
                                "3.5\u20135.1",
                                "critical-high",
                                "urgent"),
                        texts.get(2),
                        texts.get(1));
        var open =
                row(
                        words,
                        List.of("CEA", "2039-6", "2.1 ng/mL", "< 5.0", "normal", "none"),
                        texts.get(0),
                        "");
        var word =
                row(
                        words,
                        List.of("HBsAg", "5195-3", texts.get(3), texts.get(3), "normal", "none"),
                        texts.get(0),
                        "");
        return List.of(low, critical, open, word, low, open, word, low);
    }

    private static ValueRow row(
            LetterWords words, List<String> printed, String meaning, String ask) {
        return new ValueRow(
                printed.get(0),
                printed.get(1),
                printed.get(2),
                printed.get(3),
                words.of("flag." + printed.get(4)),
                meaning,
                words.of("concern." + printed.get(5)),
                printed.get(5).equals("urgent"),
                ask);
    }
}
