package org.consilium.review.completeness;

import static org.consilium.review.completeness.Missing.Rule.SUMMARY_NOT_IN_PATIENTS_LANGUAGE;
import static org.consilium.review.completeness.Missing.Rule.SUMMARY_TRANSLATED_TWICE;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.consilium.review.opinion.OpinionContent;

/**
 * Whether the letter has a word that the patient can read. What the author says of the language is
 * not all that counts: a summary without a letter of that language's script is not in it.
 */
public final class SummaryRules {

    private static final Map<String, UnicodeScript> SCRIPTS =
            Map.of(
                    "en", UnicodeScript.LATIN,
                    "ur", UnicodeScript.ARABIC,
                    "zh", UnicodeScript.HAN);

    private SummaryRules() {}

    /**
     * What is missing of the summary; an empty one is told by {@link Completeness}.
     *
     * @param writtenIn what the author wrote the opinion in
     * @param letter the language of the letter
     */
    public static List<Missing> missing(OpinionContent draft, String writtenIn, String letter) {
        return isOf(letter, writtenIn) ? written(draft, letter) : translated(draft, letter);
    }

    private static List<Missing> written(OpinionContent draft, String letter) {
        if (draft.translatedSummary() != null) {
            return List.of(new Missing("translatedSummary", SUMMARY_TRANSLATED_TWICE));
        }
        return draft.summary().isBlank() || isInScriptOf(letter, draft.summary())
                ? List.of()
                : List.of(new Missing("summary", SUMMARY_NOT_IN_PATIENTS_LANGUAGE));
    }

    private static List<Missing> translated(OpinionContent draft, String letter) {
        var translated = draft.translatedSummary();
        return translated != null
                        && isOf(letter, translated.language())
                        && isInScriptOf(letter, translated.text())
                ? List.of()
                : List.of(new Missing("translatedSummary", SUMMARY_NOT_IN_PATIENTS_LANGUAGE));
    }

    private static boolean isOf(String language, String tag) {
        return Locale.forLanguageTag(tag).getLanguage().equals(language);
    }

    private static boolean isInScriptOf(String language, String text) {
        var script = SCRIPTS.get(language);
        return text.codePoints().anyMatch(c -> UnicodeScript.of(c) == script);
    }
}
