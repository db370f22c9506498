package org.consilium.documents.recognition;

/**
 * PDF as ISO 32000 has it: a version behind the magic number, a pointer to the index at the end.
 */
final class Pdf {

    /** Readers look for the end mark in the last kilobyte; what stands behind it is padding. */
    private static final int END_WITHIN = 1024;

    private static final String END = "%%EOF";

    private Pdf() {}

    static boolean isWhole(Extract file) {
        var head = file.head();
        var tail = file.tail();
        boolean version =
                head.length > 8
                        && (head[5] == '1' || head[5] == '2')
                        && head[6] == '.'
                        && Character.isDigit(head[7]);
        int end = Magic.lastIndexOf(tail, Math.max(0, tail.length - END_WITHIN), END);
        return version && end >= 0 && Magic.lastIndexOf(tail, 0, "startxref") >= 0;
    }

    /** What stands behind the last end mark, which whole files have in their tail. */
    static Behind behind(byte[] tail) {
        var behind = new Behind();
        int end = Magic.lastIndexOf(tail, 0, END);
        behind.take(tail, end + END.length(), tail.length);
        return behind;
    }
}
