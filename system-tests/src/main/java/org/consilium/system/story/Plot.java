package org.consilium.system.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;

/** What everybody says and sends in one story; the words stand in {@code stories/*.json}. */
public final class Plot {

    /** {@code {day+24}} in a story is the date 24 days from now. */
    private static final Pattern DAY = Pattern.compile("\\{day([+-]\\d+)}");

    private final String name;
    private final JsonNode words;

    private Plot(String name, JsonNode words) {
        this.name = name;
        this.words = words;
    }

    public static Plot familyAbroad(LocalDate today) {
        return read("family-abroad", today);
    }

    /** The expert opinion again, asked for by the patient's doctor. */
    public static Plot referred(LocalDate today) {
        var words = Json.object(expertOpinion(today).words);
        words.setAll(Json.object(read("referred", today).words));
        return new Plot("referred", words);
    }

    public static Plot expertOpinion(LocalDate today) {
        return read("expert-opinion", today);
    }

    /**
     * The same story in other words.
     *
     * @param words gives a text anew, from its place, such as {@code draft.summary.goal}, and what
     *     stands there
     */
    public Plot reworded(BinaryOperator<String> words) {
        return new Plot(name, Json.reworded("", this.words, words));
    }

    /** The story's own; two may be of one programme. */
    public String name() {
        return name;
    }

    public String programme() {
        return text("programme");
    }

    public boolean hasMissingRecords() {
        return !part("missing").isEmpty();
    }

    public JsonNode part(String name) {
        return words.path(name);
    }

    public String text(String name) {
        return words.path(name).asText();
    }

    private static Plot read(String name, LocalDate today) {
        try (var file = Plot.class.getResourceAsStream("/stories/" + name + ".json")) {
            var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            var dated =
                    DAY.matcher(text)
                            .replaceAll(
                                    found ->
                                            today.plusDays(Long.parseLong(found.group(1)))
                                                    .toString());
            return new Plot(name, Json.read(dated.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
