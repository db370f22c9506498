package org.consilium.system.matrix;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.consilium.system.demo.DemoFile;
import org.consilium.system.story.Plot;

/** Puts a canary into each text that somebody writes in a story, and finds them again. */
final class Canaries {

    /** Plain letters and digits: it survives JSON, headers, file names and the letter's print. */
    private static final Pattern WORD = Pattern.compile("zqx[0-9]{5}k");

    /** Which kind of words a text is, by where it stands in the story. */
    private static final Map<String, String> FIELDS =
            Map.ofEntries(
                    Map.entry("opening.patient.givenName", "patient"),
                    Map.entry("opening.patient.familyName", "patient"),
                    Map.entry("opening.patient.city", "patient"),
                    Map.entry("draft.summary", "case-words"),
                    Map.entry("draft.questions.text", "case-words"),
                    Map.entry("draft.firstOpinion", "first-opinion"),
                    Map.entry("reading.diagnosis", "reading"),
                    Map.entry("reading.plan", "reading"),
                    Map.entry("question.text", "question"),
                    Map.entry("answer", "answer"),
                    Map.entry("opinion.sections", "opinion"),
                    Map.entry("opinion.answers.text", "opinion"),
                    Map.entry("opinion.summary", "opinion"),
                    Map.entry("opinion.questionsForOwnDoctor", "opinion"),
                    Map.entry("opinion.citations.note", "opinion"),
                    Map.entry("amendment.text", "opinion"),
                    Map.entry("amended", "opinion"),
                    Map.entry("followUp", "follow-up"),
                    Map.entry("addendum", "follow-up"));

    private static final String WITH_PAGES = "ct-report";

    private final Map<String, Canary> all = new ConcurrentHashMap<>();
    private final AtomicInteger last = new AtomicInteger();

    Plot seeded(Plot plot, String scene) {
        return plot.reworded(
                (place, text) -> {
                    var field = field(place.substring(1));
                    return field == null ? text : text + " " + word(scene, field);
                });
    }

    /**
     * A text file in the paper's stead, with a canary as its name and one as its content; but one
     * paper and the photographs stay as they are, because a text has no pages.
     */
    DemoFile seeded(DemoFile paper, String scene) {
        if (paper.fileName().startsWith(WITH_PAGES) || paper.contentType().startsWith("image/")) {
            return paper;
        }
        boolean first = paper.firstOpinion() || paper.fileName().startsWith("admission-note");
        var field = first ? "first-opinion-record" : "record";
        var content = "Report of " + word(scene, field) + "\n";
        return new DemoFile(
                word(scene, field + "-name") + ".txt",
                "text/plain",
                paper.kind(),
                paper.clinicalDate(),
                paper.language(),
                first,
                content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    String word(String scene, String field) {
        var word = String.format(Locale.ROOT, "zqx%05dk", last.incrementAndGet());
        all.put(word, new Canary(word, scene, field));
        return word;
    }

    List<Canary> in(String text) {
        return WORD.matcher(text)
                .results()
                .map(found -> all.get(found.group()))
                .filter(java.util.Objects::nonNull)
                .distinct()
                .toList();
    }

    /** The kinds of words that stand somewhere. */
    Set<String> fields() {
        return all.values().stream().map(Canary::field).collect(Collectors.toSet());
    }

    private static String field(String place) {
        return FIELDS.entrySet().stream()
                .filter(
                        entry ->
                                place.equals(entry.getKey())
                                        || place.startsWith(entry.getKey() + "."))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
