package org.consilium.documents.recognition;

import static org.consilium.documents.recognition.Magic.unsignedShort;

/** JPEG (ITU T.81): segments that lead from one to the next up to the scan, and an end mark. */
final class Jpeg {

    private static final int START_OF_SCAN = 0xDA;

    private Jpeg() {}

    static boolean isWhole(Extract file) {
        return segmentsHold(file.head()) && hasEnd(file.tail());
    }

    /** Segments that reach beyond the head (large EXIF data) are taken as holding. */
    private static boolean segmentsHold(byte[] head) {
        int at = 2;
        while (at + 4 <= head.length) {
            if ((head[at] & 0xFF) != 0xFF) {
                return false;
            }
            int marker = head[at + 1] & 0xFF;
            if (marker == START_OF_SCAN) {
                return true;
            }
            at += marker == 0xFF ? 1 : 2 + unsignedShort(head, at + 2);
        }
        return head.length == Extract.HEAD;
    }

    /** Some telephones write data of their own behind the end mark. */
    private static boolean hasEnd(byte[] tail) {
        for (int i = tail.length - 2; i >= 0; i--) {
            if ((tail[i] & 0xFF) == 0xFF && (tail[i + 1] & 0xFF) == 0xD9) {
                return true;
            }
        }
        return false;
    }
}
