package org.consilium.documents.recognition;

import static org.consilium.documents.recognition.Magic.unsignedInt;

/** PNG (ISO 15948): the header chunk first, with a size, and the end chunk last. */
final class Png {

    private static final int HEADER_END = 33;

    private Png() {}

    static boolean isWhole(Extract file) {
        var head = file.head();
        var tail = file.tail();
        return head.length >= HEADER_END
                && unsignedInt(head, 8) == 13
                && Magic.at(head, 12, "IHDR")
                && unsignedInt(head, 16) > 0
                && unsignedInt(head, 20) > 0
                && Magic.at(tail, tail.length - 8, "IEND");
    }
}
