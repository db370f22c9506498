package org.consilium.intake.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** One short sentence for each code, in every language we speak. */
@ApplicationScoped
class TimelineTexts {

    static final List<String> LANGUAGES = List.of("en", "ur", "zh");

    private final Map<String, Properties> texts =
            LANGUAGES.stream().collect(Collectors.toMap(name -> name, TimelineTexts::read));

    String text(String code, String language) {
        return texts.getOrDefault(language, texts.get("en")).getProperty(code, code);
    }

    static Properties read(String language) {
        var texts = new Properties();
        var path = "/texts/timeline_" + language + ".properties";
        try (var stream = TimelineTexts.class.getResourceAsStream(path)) {
            texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
