package org.consilium.documents.recognition;

import java.nio.charset.Charset;

/** What is kept of a file while it streams by: enough to recognise it, however large it is. */
public final class Extract {

    static final int HEAD = 64 * 1024;
    static final int TAIL = 64 * 1024;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final byte[] head;
    private final byte[] tail;
    private final long length;
    private final Charset charset;
    private final Passing passing;

    Extract(byte[] head, byte[] tail, long length, Charset charset, Passing passing) {
        this.head = head;
        this.tail = tail;
        this.length = length;
        this.charset = charset;
        this.passing = passing;
    }

    /** The first bytes, at most {@link #HEAD}. */
    byte[] head() {
        return head;
    }

    /** The last bytes, at most {@link #TAIL}; they may overlap the head. */
    byte[] tail() {
        return tail;
    }

    long length() {
        return length;
    }

    boolean isText() {
        return charset != null;
    }

    /** In which all of it can be read without a control character; null for what is no text. */
    Charset charset() {
        return charset;
    }

    /**
     * How a text begins, without the mark of its byte order; a character that the head cuts in two
     * may be another.
     */
    String beginning() {
        var text = new String(head, charset);
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    /** What was looked for in all of it while it passed. */
    record Passing(Smuggled smuggled, Foreign foreign, Behind behind, boolean ended) {}

    /** What all of it was looked through for. */
    Smuggled smuggled() {
        return passing.smuggled();
    }

    /** An archive or a program begins somewhere in it. */
    boolean carriesForeign() {
        return passing.foreign().isThere() || Foreign.endsLikeArchive(tail);
    }

    /** Of a picture that says by itself where it ends: what comes behind; null for no end. */
    Behind behind() {
        return passing.ended() ? passing.behind() : null;
    }

    /** A text that says nothing. */
    boolean isBlank() {
        return length <= HEAD && beginning().isBlank();
    }
}
