package org.consilium.review.opinion;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the reviewer writes, as a draft or signed. A draft may have gaps; limits hold always.
 *
 * @param sections by the codes of the case's opinion form
 * @param axes by the codes of the form: how this opinion stands to the first one
 * @param answers to the questions of the case
 * @param summary in plain language, for the patient
 * @param questionsForOwnDoctor that the patient may take along
 * @param labValues each explained, where the case's form asks for it; may be left out
 * @param translatedSummary the summary once more, in the patient's language; null where the summary
 *     is in it already
 */
public record OpinionContent(
        @NotNull @Size(max = 30)
                Map<@Size(max = 60) String, @NotNull @Size(max = LONG_TEXT) String> sections,
        @NotNull @Size(max = 20) Map<@Size(max = 60) String, @NotNull @Valid AxisJudgement> axes,
        @NotNull @Size(max = 50) List<@NotNull @Valid Answer> answers,
        @NotNull @Size(max = LONG_TEXT) String summary,
        @NotNull @Size(max = 20) List<@NotBlank @Size(max = 500) String> questionsForOwnDoctor,
        @NotNull @Size(max = 100) List<@NotNull @Valid Citation> citations,
        @Size(max = 200) List<@NotNull @Valid LabValue> labValues,
        @Valid TranslatedSummary translatedSummary) {

    static final int LONG_TEXT = 20_000;

    /** BCP 47, as in the whole of Consilium: {@code ur}, {@code zh-Hans}. */
    public static final String LANGUAGE = "[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?";

    /** What was written before values were explained explains none. */
    public OpinionContent {
        labValues = labValues == null ? List.of() : labValues;
    }

    /** What the patient reads first where the opinion is in another language than theirs. */
    public record TranslatedSummary(
            @NotNull @Pattern(regexp = LANGUAGE) String language,
            @NotBlank @Size(max = LONG_TEXT) String text) {}

    /** Why not, or what exactly, stands in {@code text}. */
    public record Answer(
            @NotNull UUID questionId,
            @NotNull Answered answered,
            @NotNull @Size(max = LONG_TEXT) String text) {}

    /** A place in the case's records that the opinion rests on. */
    public record Citation(
            @NotNull UUID documentId,
            @Positive Integer page,
            @NotNull @Size(max = 1000) String note) {}

    /** The axes that are more than agreed, in a stable order. */
    public List<String> differences() {
        return axes.entrySet().stream()
                .filter(axis -> axis.getValue().value().isChange())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** The same opinion with what somebody other than its author says of each difference. */
    public OpinionContent scored(Map<String, AxisJudgement.Significance> significance) {
        var scored = new LinkedHashMap<String, AxisJudgement>();
        axes.forEach((axis, judged) -> scored.put(axis, judged.scored(significance.get(axis))));
        return new OpinionContent(
                sections,
                scored,
                answers,
                summary,
                questionsForOwnDoctor,
                citations,
                labValues,
                translatedSummary);
    }

    /** As a later version begins: what is changed in the summary is translated anew. */
    OpinionContent toAmend() {
        return new OpinionContent(
                sections,
                axes,
                answers,
                summary,
                questionsForOwnDoctor,
                citations,
                labValues,
                null);
    }

    public static OpinionContent empty() {
        return new OpinionContent(
                Map.of(), Map.of(), List.of(), "", List.of(), List.of(), List.of(), null);
    }
}
