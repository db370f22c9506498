package org.consilium.review.fhir;

/** Text as JSON and XML both can carry it. */
final class PlainText {

    private static final int REPLACEMENT = 0xFFFD;

    private PlainText() {}

    /** What XML has no place for is seen to be missing, and takes nothing else with it. */
    static String of(String text) {
        var readable = new StringBuilder(text.length());
        text.codePoints()
                .map(character -> isOfXml(character) ? character : REPLACEMENT)
                .forEach(readable::appendCodePoint);
        return readable.toString();
    }

    /** In one line, as a name or a title is. */
    static String line(String text) {
        return of(text).strip().replaceAll("\\s+", " ");
    }

    /** Text and never markup. */
    static String escaped(String text) {
        return of(text).replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** XML 1.0, production 2; half a surrogate pair is none of them. */
    private static boolean isOfXml(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || (character >= 0x20 && character < 0xD800)
                || (character >= 0xE000 && character < 0xFFFE)
                || character >= 0x10000;
    }
}
