package org.consilium.documents.recognition;

import java.nio.charset.StandardCharsets;

/** What is kept of a file while it streams by: enough to recognise it, however large it is. */
public final class Extract {

    static final int HEAD = 64 * 1024;
    static final int TAIL = 64 * 1024;

    private final byte[] head;
    private final byte[] tail;
    private final long length;
    private final boolean isText;
    private final Smuggled smuggled;

    Extract(byte[] head, byte[] tail, long length, boolean isText, Smuggled smuggled) {
        this.head = head;
        this.tail = tail;
        this.length = length;
        this.isText = isText;
        this.smuggled = smuggled;
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

    /** All of it is UTF-8 without control characters other than line breaks and tabs. */
    boolean isText() {
        return isText;
    }

    /** What all of it was looked through for. */
    Smuggled smuggled() {
        return smuggled;
    }

    /** A text that says nothing. */
    boolean isBlank() {
        return length <= HEAD && new String(head, StandardCharsets.UTF_8).isBlank();
    }
}
