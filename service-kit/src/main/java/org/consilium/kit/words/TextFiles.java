package org.consilium.kit.words;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Texts of the kit and of the service that uses it, by language. */
final class TextFiles {

    private static final List<String> LANGUAGES = List.of("en", "ur", "zh");

    private TextFiles() {}

    /**
     * All of {@code texts/<kind>_<language>.properties} that there are.
     *
     * @param kinds a later one may say anew what an earlier one says
     */
    static Map<String, Properties> of(String... kinds) {
        var texts = new HashMap<String, Properties>();
        for (var language : LANGUAGES) {
            var words = new Properties();
            for (var kind : kinds) {
                load("texts/" + kind + "_" + language + ".properties", words);
            }
            texts.put(language, words);
        }
        return texts;
    }

    private static void load(String path, Properties into) {
        try (var stream =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
            if (stream != null) {
                into.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
