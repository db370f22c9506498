package org.consilium.review.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.Bidi;
import org.consilium.review.letter.LetterWords;

/**
 * What people read of a part of the document: the few elements of XHTML that FHIR allows, made here
 * and nowhere else. Whatever is put in is escaped.
 */
final class Narrative {

    private final LetterWords words;
    private final StringBuilder html = new StringBuilder();

    Narrative(LetterWords words) {
        this.words = words;
    }

    /** Words of the letter's own. */
    Narrative say(String key) {
        html.append("<p>").append(PlainText.escaped(words.of(key))).append("</p>");
        return this;
    }

    Narrative stress(String text) {
        html.append("<p><b>").append(PlainText.escaped(text)).append("</b></p>");
        return this;
    }

    /** A fact behind what it is called; nothing where there is none. */
    Narrative fact(String key, String fact) {
        if (fact != null && !fact.isBlank()) {
            html.append("<p>").append(PlainText.escaped(words.of(key))).append(": <span dir=\"");
            html.append(direction(fact)).append("\">");
            html.append(PlainText.escaped(PlainText.line(fact))).append("</span></p>");
        }
        return this;
    }

    /** What somebody wrote: each paragraph runs in its own direction, each line stays one. */
    Narrative written(String text) {
        return written(text, "");
    }

    /** The same in a language that is not the letter's, as a BCP 47 tag. */
    Narrative writtenIn(String language, String text) {
        var tag = PlainText.escaped(language);
        return written(text, " lang=\"%s\" xml:lang=\"%s\"".formatted(tag, tag));
    }

    private Narrative written(String text, String attributes) {
        for (var paragraph : text.split("\\R(?:[^\\S\\r\\n]*\\R)+")) {
            if (!paragraph.isBlank()) {
                html.append("<p dir=\"").append(direction(paragraph)).append('"');
                html.append(attributes).append('>');
                html.append(PlainText.escaped(paragraph.strip()).replaceAll("\\R", "<br/>"));
                html.append("</p>");
            }
        }
        return this;
    }

    /** That of the first letter, as the letter's page has it by {@code unicode-bidi: plaintext}. */
    private String direction(String text) {
        int otherwise =
                words.direction().equals("rtl")
                        ? Bidi.DIRECTION_DEFAULT_RIGHT_TO_LEFT
                        : Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT;
        return new Bidi(text, otherwise).baseIsLeftToRight() ? "ltr" : "rtl";
    }

    /** FHIR wants something to be read: a narrative without anything is none. */
    boolean isEmpty() {
        return html.isEmpty();
    }

    ObjectNode asText() {
        var language = words.language();
        var div =
                "<div xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"%s\" xml:lang=\"%s\" dir=\"%s\">%s</div>"
                        .formatted(language, language, words.direction(), html);
        return Elements.object().put("status", "additional").put("div", div);
    }
}
