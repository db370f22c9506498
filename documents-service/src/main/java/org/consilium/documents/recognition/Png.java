package org.consilium.documents.recognition;

import static org.consilium.documents.recognition.Magic.unsignedInt;

/** PNG (ISO 15948): the header chunk first, with a size, and chunk after chunk to the end one. */
final class Png implements Behind.Picture {

    private static final int HEADER_END = 33;
    private static final int SUM = 4;

    private final byte[] chunkHeader = new byte[8];
    private int read;
    private boolean isLast;

    /** The signature is passed over like a chunk. */
    private long rest = 8;

    @Override
    public int end(byte[] bytes, int count) {
        int i = 0;
        while (i < count) {
            if (rest > 0) {
                int passed = (int) Math.min(rest, count - i);
                rest -= passed;
                i += passed;
                if (rest == 0 && isLast) {
                    return i;
                }
            } else {
                take(bytes[i++]);
            }
        }
        return -1;
    }

    private void take(byte value) {
        chunkHeader[read++] = value;
        if (read == chunkHeader.length) {
            read = 0;
            rest = unsignedInt(chunkHeader, 0) + SUM;
            isLast = Magic.at(chunkHeader, 4, "IEND");
        }
    }

    static boolean beginsWell(byte[] head) {
        return head.length >= HEADER_END
                && unsignedInt(head, 8) == 13
                && Magic.at(head, 12, "IHDR")
                && unsignedInt(head, 16) > 0
                && unsignedInt(head, 20) > 0;
    }
}
