package org.consilium.documents.recognition;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks, while a file streams by, for what no record needs and another program would run: names of
 * PDF actions and enclosures (ISO 32000, 7.3.5: a letter may be written as {@code #} and two
 * digits), and scripts of web pages.
 */
final class Smuggled {

    private static final List<String> IN_PDF =
            List.of(
                    "/JavaScript",
                    "/Launch",
                    "/EmbeddedFile",
                    "/RichMedia",
                    "/SubmitForm",
                    "/ImportData",
                    "/GoToE",
                    "/GoToR");
    private static final List<String> SCRIPTS = List.of("<script", "<?php");

    /** The longest of them, each letter written in three. */
    private static final int LONGEST = 3 * 13;

    private static final Pattern WRITTEN_AS_DIGITS = Pattern.compile("#([0-9A-Fa-f]{2})");

    private String carried = "";
    private boolean action;
    private boolean script;
    private boolean pdf;

    void take(byte[] chunk, int count) {
        var text = carried + new String(chunk, 0, count, StandardCharsets.ISO_8859_1);
        var names =
                WRITTEN_AS_DIGITS
                        .matcher(text)
                        .replaceAll(written -> Matcher.quoteReplacement(letter(written.group(1))));
        action |= IN_PDF.stream().anyMatch(names::contains);
        var lower = text.toLowerCase(Locale.ROOT);
        script |= SCRIPTS.stream().anyMatch(lower::contains);
        pdf |= lower.contains("%pdf-");
        carried = text.substring(Math.max(0, text.length() - LONGEST));
    }

    private static String letter(String digits) {
        return String.valueOf((char) Integer.parseInt(digits, 16));
    }

    boolean pdfAction() {
        return action;
    }

    boolean script() {
        return script;
    }

    /** A PDF begins somewhere. */
    boolean pdf() {
        return pdf;
    }
}
