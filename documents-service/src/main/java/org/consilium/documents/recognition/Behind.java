package org.consilium.documents.recognition;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What stands behind a picture's end. Cameras write there: further pictures (CIPA DC-007), a film
 * of the moment before, notes of their own, padding. So what it is does not matter, only what it
 * must not be: an archive, a program, a web page or a PDF.
 */
final class Behind {

    /** The films of telephones have some 20 MB. */
    static final long MOST = 64L * 1024 * 1024;

    private static final int KEPT = 512;
    private static final int TAPE_MARK = 257;

    /** Too short to be looked for in a film, telling where something begins. */
    private static final List<byte[]> BEGINNINGS =
            List.of(
                    bytes("MZ"),
                    bytes("#!"),
                    bytes("PK"),
                    bytes("BZh"),
                    bytes("7z\u00bc\u00af"),
                    bytes("Rar!"),
                    bytes("MSCF"),
                    bytes("{\\rtf"),
                    bytes("\u001f\u008b\b"),
                    bytes("\u007fELF"),
                    bytes("\u00ca\u00fe\u00ba\u00be"),
                    bytes("\u00ce\u00fa\u00ed\u00fe"),
                    bytes("\u00cf\u00fa\u00ed\u00fe"),
                    bytes("\u00d0\u00cf\u0011\u00e0"));

    private static final List<String> PAGES =
            List.of("<html", "<!doctype", "<svg", "<iframe", "<script", "<?php", "%pdf-");

    private static final int LONGEST = 9;

    private final byte[] first = new byte[KEPT];
    private int kept;
    private long length;
    private String carried = "";
    private boolean page;

    /** A format that says by itself where it ends. */
    interface Picture {

        /** The place behind its last byte; -1 when that is still to come. Not asked again then. */
        int end(byte[] bytes, int count);
    }

    void take(byte[] bytes, int from, int to) {
        length += to - from;
        keep(bytes, from, to);
        var text =
                carried
                        + new String(bytes, from, to - from, StandardCharsets.ISO_8859_1)
                                .toLowerCase(Locale.ROOT);
        page |= PAGES.stream().anyMatch(text::contains);
        carried = text.substring(Math.max(0, text.length() - LONGEST));
    }

    private void keep(byte[] bytes, int from, int to) {
        int at = from;
        while (kept == 0 && at < to && isPadding(bytes[at])) {
            at++;
        }
        int wanted = Math.min(KEPT - kept, to - at);
        System.arraycopy(bytes, at, first, kept, wanted);
        kept += wanted;
    }

    private static boolean isPadding(byte value) {
        return value == 0 || value == (byte) 0xFF || Character.isWhitespace(value);
    }

    boolean isHarmful() {
        var beginning = Arrays.copyOf(first, kept);
        return page
                || length > MOST
                || BEGINNINGS.stream().anyMatch(mark -> Magic.at(beginning, 0, mark))
                || Magic.at(beginning, TAPE_MARK, "ustar");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
