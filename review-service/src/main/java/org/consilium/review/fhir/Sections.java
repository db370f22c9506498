package org.consilium.review.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import org.consilium.review.letter.LetterPage;
import org.consilium.review.letter.LetterPage.AxisPart;
import org.consilium.review.letter.LetterPage.Part;
import org.consilium.review.letter.LetterPage.QuestionAnswered;
import org.consilium.review.letter.LetterPage.Source;
import org.consilium.review.letter.LetterPage.ValueRow;
import org.consilium.review.letter.LetterWords;

/** The parts of the letter in its own order; what the patient reads first comes first. */
final class Sections {

    private static final String REASON = "29299-5";
    private static final String RELEVANT_TESTS = "30954-2";
    private static final String CONCLUSIONS = "55110-1";

    private final Delivered letter;
    private final LetterPage page;
    private final LetterWords words;
    private final ArrayNode sections = Elements.list();

    private Sections(Delivered letter) {
        this.letter = letter;
        this.page = letter.page();
        this.words = letter.words();
    }

    static ArrayNode of(Delivered letter) {
        var all = new Sections(letter);
        all.summary();
        all.parts("results", RELEVANT_TESTS, all.page.values(), all::value);
        all.parts("your-questions", REASON, all.page.questions(), all::question);
        all.parts("opinion", null, all.page.sections(), all::section);
        all.parts("differences", null, all.page.axes(), all::axis);
        all.listed("ask-your-doctor", all.page.questionsForOwnDoctor());
        all.listed("sources", all.page.sources().stream().map(all::source).toList());
        all.limits();
        return all.sections;
    }

    /**
     * As the patient reads it; the doctor's own words stand below where that is another language.
     */
    private void summary() {
        var summary = titled(words.of("summary"), CONCLUSIONS, read().written(page.summary()));
        if (page.original() != null) {
            var original = page.original();
            var own = read().say("summary.note").writtenIn(original.language(), original.text());
            summary.set("section", Elements.list(titled(words.of("summary.original"), null, own)));
        }
        sections.add(summary);
    }

    private ObjectNode value(ValueRow value) {
        var narrative =
                read().fact("results.result", value.result())
                        .fact("results.range", value.range())
                        .fact("results.flag", value.flag())
                        .fact("results.concern", value.concern())
                        .stress(words.of("results.meaning"))
                        .written(value.meaning());
        if (!value.ask().isBlank()) {
            narrative.stress(words.of("results.ask")).written(value.ask());
        }
        return titled(value.test(), value.loinc(), narrative);
    }

    private ObjectNode question(QuestionAnswered asked) {
        var answer = read().stress(asked.answered()).written(asked.text());
        return titled(asked.question(), null, answer);
    }

    private ObjectNode section(Part part) {
        return titled(part.title(), part.loinc(), read().written(part.text()));
    }

    /** The code of it stands in the observation. */
    private ObjectNode axis(AxisPart axis) {
        var narrative =
                read().stress(axis.value())
                        .fact("significance", axis.significance())
                        .fact("cause", axis.cause())
                        .written(axis.explanation());
        var section = titled(axis.axis(), null, narrative);
        section.set("entry", Elements.list(Elements.reference(letter.axis(axis.code()))));
        return section;
    }

    private String source(Source source) {
        var place = source.page() == null ? "" : ", " + words.of("page") + " " + source.page();
        return source.document() + place + "\n" + source.note();
    }

    private void limits() {
        var narrative = read().say("limits-text").say("attestation").say("checked");
        sections.add(titled(words.of("limits"), null, narrative));
    }

    private <T> void parts(
            String title, String loinc, List<T> parts, Function<T, ObjectNode> section) {
        if (!parts.isEmpty()) {
            var whole = headed(words.of(title), loinc);
            if (title.equals("differences")) {
                whole.set("text", read().say("differences-note").asText());
            }
            var inside = whole.putArray("section");
            parts.stream().map(section).forEach(inside::add);
            sections.add(whole);
        }
    }

    private void listed(String title, List<String> items) {
        if (!items.isEmpty()) {
            var narrative = read();
            items.forEach(narrative::written);
            sections.add(titled(words.of(title), null, narrative));
        }
    }

    private Narrative read() {
        return new Narrative(words);
    }

    /** A section says something: what was left blank says that. */
    private static ObjectNode titled(String title, String loinc, Narrative narrative) {
        var section = headed(title, loinc);
        section.set(
                "text", narrative.isEmpty() ? narrative.stress("–").asText() : narrative.asText());
        return section;
    }

    private static ObjectNode headed(String title, String loinc) {
        var section = Elements.object().put("title", PlainText.line(title));
        if (loinc != null) {
            section.set("code", Elements.coded(Elements.LOINC, loinc));
        }
        return section;
    }
}
