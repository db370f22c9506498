package org.consilium.documents.letters;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * A letter to a record holder in plain text: which records, for which case. The lines for names,
 * date of birth and signature are empty: the family fills them in by hand.
 */
final class RequestLetter {

    /** As in {@code Accept-Language}, without regions. */
    static final String LANGUAGES = "en|ur|zh";

    private static final String OTHER = "other";

    /** LOINC: key images. */
    private static final String PICTURES_OF_SCANS = "55113-5";

    private RequestLetter() {}

    /** {@code kinds}: LOINC codes; each has its words in the templates, or the words for any. */
    static String write(String language, String reference, Collection<String> kinds) {
        var words = words(language);
        var records =
                kinds.stream()
                        .map(kind -> words.getProperty(kind, words.getProperty(OTHER)))
                        .distinct()
                        .map(name -> "  - " + name)
                        .collect(Collectors.joining("\n"));
        return text("request_" + language + ".txt")
                .replace("{reference}", reference)
                .replace("{records}", records)
                .replace(
                        "{pictures}",
                        kinds.contains(PICTURES_OF_SCANS) ? words.getProperty("pictures") : "");
    }

    static Properties words(String language) {
        var words = new Properties();
        try (var in = open("records_" + language + ".properties");
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private static String text(String name) {
        try (var in = open(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(
                RequestLetter.class.getResourceAsStream("/letters/" + name), name);
    }
}
