package org.consilium.intake.outcome;

import java.util.List;
import java.util.stream.Stream;
import org.consilium.intake.words.Texts;

/** What is asked and what can be said, in somebody's language. */
record Questionnaire(List<Asked> items) {

    /** {@code item.*}, {@code value.*} and, for the figures, {@code definition.*}. */
    static final Texts WORDS = new Texts("outcome");

    record Asked(String code, String text, List<Sayable> values) {}

    record Sayable(String code, String text) {}

    static Questionnaire in(String language) {
        return new Questionnaire(
                Stream.of(Item.values()).map(item -> asked(item, language)).toList());
    }

    private static Asked asked(Item item, String language) {
        var values =
                item.sayable().stream()
                        .map(code -> new Sayable(code, WORDS.text("value." + code, language)))
                        .toList();
        return new Asked(item.code(), WORDS.text("item." + item.code(), language), values);
    }
}
