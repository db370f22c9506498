package org.consilium.documents.quarantine;

import io.vertx.core.buffer.Buffer;

/** The bytes of the part that is being filled: all that an upload ever holds in memory. */
final class PartBuffer {

    /** The smallest part that every S3 takes, the last one excepted. */
    static final int SIZE = 5 * 1024 * 1024;

    private final byte[] bytes = new byte[SIZE];
    private int filled;

    PartBuffer(byte[] tail) {
        System.arraycopy(tail, 0, bytes, 0, tail.length);
        filled = tail.length;
    }

    /** Takes what fits, from {@code from} on, and says where the next byte to take is. */
    int take(Buffer chunk, int from) {
        int count = Math.min(SIZE - filled, chunk.length() - from);
        chunk.getBytes(from, from + count, bytes, filled);
        filled += count;
        return from + count;
    }

    boolean isFull() {
        return filled == SIZE;
    }

    int filled() {
        return filled;
    }

    /** Not a copy. */
    byte[] bytes() {
        return bytes;
    }

    void clear() {
        filled = 0;
    }
}
