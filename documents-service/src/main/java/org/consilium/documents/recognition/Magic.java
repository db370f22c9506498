package org.consilium.documents.recognition;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes at a place. */
final class Magic {

    private Magic() {}

    static boolean at(byte[] bytes, int offset, String ascii) {
        return at(bytes, offset, ascii.getBytes(StandardCharsets.US_ASCII));
    }

    static boolean at(byte[] bytes, int offset, int... expected) {
        var wanted = new byte[expected.length];
        for (int i = 0; i < expected.length; i++) {
            wanted[i] = (byte) expected[i];
        }
        return at(bytes, offset, wanted);
    }

    static boolean at(byte[] bytes, int offset, byte[] wanted) {
        int end = offset + wanted.length;
        return end <= bytes.length && Arrays.equals(bytes, offset, end, wanted, 0, wanted.length);
    }

    /** The last place at or after {@code from}; -1 for none. */
    static int lastIndexOf(byte[] bytes, int from, String ascii) {
        for (int i = bytes.length - ascii.length(); i >= from; i--) {
            if (at(bytes, i, ascii)) {
                return i;
            }
        }
        return -1;
    }

    /** In all of the bytes. */
    static boolean contains(byte[] bytes, String ascii) {
        return lastIndexOf(bytes, 0, ascii) >= 0;
    }

    static int unsignedShort(byte[] bytes, int offset) {
        return ((bytes[offset] & 0xFF) << 8) | (bytes[offset + 1] & 0xFF);
    }

    static long unsignedInt(byte[] bytes, int offset) {
        return ((long) unsignedShort(bytes, offset) << 16) | unsignedShort(bytes, offset + 2);
    }
}
