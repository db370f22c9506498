package org.consilium.review.letter;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** The letter's own words in one language: headings, and what the codes of the taxonomy mean. */
public final class LetterWords {

    static final List<String> LANGUAGES = List.of("en", "ur", "zh");

    private final String language;
    private final Properties words;

    private LetterWords(String language, Properties words) {
        this.language = language;
        this.words = words;
    }

    /** A language that the letter has no words for gets English. */
    public static LetterWords in(String tag) {
        var primary = Locale.forLanguageTag(tag).getLanguage();
        var language = LANGUAGES.contains(primary) ? primary : "en";
        return new LetterWords(language, read(language));
    }

    private static Properties read(String language) {
        var name = "/letter/words_" + language + ".properties";
        try (var in = LetterWords.class.getResourceAsStream(name);
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            var words = new Properties();
            words.load(reader);
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String of(String key) {
        var found = words.getProperty(key);
        if (found == null) {
            throw new IllegalArgumentException("the letter has no words for " + key);
        }
        return found;
    }

    /** What a LOINC code stands for; a record of some kind where the letter has no words for it. */
    public String kind(String loinc) {
        return words.getProperty("kind." + loinc, of("kind.other"));
    }

    /** The axis' name; its code where a programme has one that the letter has no words for. */
    public String axis(String code) {
        return words.getProperty("axis." + code, code);
    }

    public String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale()).format(day);
    }

    public String language() {
        return language;
    }

    private Locale locale() {
        return Locale.forLanguageTag(language);
    }

    public String direction() {
        return language.equals("ur") ? "rtl" : "ltr";
    }

    Properties all() {
        return words;
    }
}
