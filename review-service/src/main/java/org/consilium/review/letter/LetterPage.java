package org.consilium.review.letter;

import java.util.List;

/**
 * What stands in a letter, as words. What the reviewer wrote may be in any language and script; the
 * rest is in the letter's.
 *
 * @param agreement the whole opinion against the first one, in a sentence
 * @param signedOn in the letter's language
 */
public record LetterPage(
        String programme,
        String reference,
        String patient,
        String agreement,
        String summary,
        List<Part> sections,
        List<QuestionAnswered> questions,
        List<AxisPart> axes,
        List<String> questionsForOwnDoctor,
        List<Source> sources,
        Signature signature,
        String signedOn) {

    public record Part(String title, String text) {}

    public record QuestionAnswered(String question, String answered, String text) {}

    /** {@code significance} and {@code cause} are null where there is no difference. */
    public record AxisPart(
            String axis, String value, String significance, String cause, String explanation) {}

    /** {@code page} is null when the whole document is meant. */
    public record Source(String document, Integer page, String note) {}

    /** {@code degrees} may be empty. */
    public record Signature(
            String name, String degrees, String licence, String opinionId, int version) {}
}
