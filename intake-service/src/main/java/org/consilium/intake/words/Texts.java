package org.consilium.intake.words;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/** One kind of texts, from {@code texts/<kind>_<language>.properties}. */
public final class Texts {

    public static final List<String> LANGUAGES = List.of("en", "ur", "zh");

    private final Map<String, Properties> texts;

    public Texts(String kind) {
        texts =
                LANGUAGES.stream()
                        .collect(Collectors.toMap(name -> name, name -> read(kind, name)));
    }

    /** In English where the language is not spoken; the code itself where nothing is known. */
    public String text(String code, String language) {
        return texts.getOrDefault(language, texts.get("en")).getProperty(code, code);
    }

    public Set<String> codes(String language) {
        return texts.get(language).stringPropertyNames();
    }

    private static Properties read(String kind, String language) {
        var texts = new Properties();
        var path = "/texts/" + kind + "_" + language + ".properties";
        try (var stream = Texts.class.getResourceAsStream(path)) {
            texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
