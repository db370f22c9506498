package org.consilium.documents.recognition;

import static org.consilium.documents.recognition.Magic.unsignedInt;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/** HEIC (ISO 23008-12): a file type box with one of the still-image brands, then whole boxes. */
final class Heic {

    private static final Set<String> STILL_IMAGES = Set.of("heic", "heix", "heim", "heis", "mif1");
    private static final int BOX_HEADER = 8;

    private Heic() {}

    static boolean begins(byte[] head) {
        return head.length >= 12
                && Magic.at(head, 4, "ftyp")
                && STILL_IMAGES.contains(new String(head, 8, 4, StandardCharsets.ISO_8859_1));
    }

    /** The boxes in the head lead from one to the next, and none reaches beyond the file. */
    static boolean isWhole(Extract file) {
        var head = file.head();
        boolean meta = false;
        long at = 0;
        while (at + BOX_HEADER <= head.length) {
            long size = unsignedInt(head, (int) at);
            meta |= Magic.at(head, (int) at + 4, "meta");
            if (size <= 1) {
                // 0: to the end of the file; 1: a size of 64 bits, only media data is that large.
                return meta;
            }
            at += size;
            if (size < BOX_HEADER || at > file.length()) {
                return false;
            }
        }
        return meta && (at == file.length() || at >= head.length);
    }
}
