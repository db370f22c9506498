package org.consilium.review.letter;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What stands in a letter, as words. What the reviewer wrote may be in any language and script; the
 * rest is in the letter's.
 *
 * @param agreement the whole opinion against the first one, in a sentence
 * @param signedOn in the letter's language
 * @param values of the laboratory, each explained; with any of them the letter is an explanation of
 *     results
 * @param summary in the letter's language
 * @param replaced the earlier version that this letter replaces; null for a first one
 * @param original the summary as it was written, where that is in another language; else null
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
        String signedOn,
        List<ValueRow> values,
        Earlier replaced,
        Original original) {

    /** A page that was kept before values were explained explains none. */
    public LetterPage {
        values = values == null ? List.of() : values;
    }

    /** The same page, with the words for how much each axis' difference matters; null for none. */
    public LetterPage scored(UnaryOperator<String> wordsOfAxis) {
        return new LetterPage(
                programme,
                reference,
                patient,
                agreement,
                summary,
                sections,
                questions,
                axes.stream().map(axis -> axis.scored(wordsOfAxis.apply(axis.code()))).toList(),
                questionsForOwnDoctor,
                sources,
                signature,
                signedOn,
                values,
                replaced,
                original);
    }

    /** {@code language} is a BCP 47 tag. */
    public record Original(String language, String text) {}

    /**
     * A section of the opinion.
     *
     * @param loinc what kind of section it is; null in pages that were kept before that was asked
     */
    public record Part(String title, String text, String loinc) {}

    public record QuestionAnswered(String question, String answered, String text) {}

    /**
     * One axis of the comparison; {@code significance} and {@code cause} are null where there is no
     * difference.
     *
     * @param code the axis as the form names it
     */
    public record AxisPart(
            String code,
            String axis,
            String value,
            String significance,
            String cause,
            String explanation) {

        AxisPart scored(String words) {
            return new AxisPart(code, axis, value, words, cause, explanation);
        }
    }

    /**
     * One row of the table of results.
     *
     * @param loinc null where the report tells none
     * @param result with its unit
     * @param pressing whether somebody should speak to a doctor about it
     * @param ask empty where there is nothing to ask
     */
    public record ValueRow(
            String test,
            String loinc,
            String result,
            String range,
            String flag,
            String meaning,
            String concern,
            boolean pressing,
            String ask) {}

    /** {@code page} is null when the whole document is meant. */
    public record Source(String document, Integer page, String note) {}

    /** An earlier version, and why there is a later one; {@code text} is the author's. */
    public record Earlier(int version, String signedOn, String reason, String text) {}

    /** {@code degrees} may be empty. */
    public record Signature(
            String name, String degrees, String licence, String opinionId, int version) {}
}
