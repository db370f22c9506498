package org.consilium.documents.recognition;

import static org.consilium.documents.recognition.Magic.unsignedInt;
import static org.consilium.documents.recognition.Magic.unsignedShort;

/**
 * How many pixels a picture unfolds into, by what its head says; 80 bytes may say four billion
 * times a billion.
 */
public final class Pixels {

    /** The largest telephone pictures; a sheet of A3 at 600 dots an inch has a third of it. */
    public static final long MOST = 220_000_000;

    private static final int PNG_WIDTH = 16;
    private static final int ISPE = 20;

    private Pixels() {}

    static boolean areTooMany(FileType type, Extract file) {
        return switch (type) {
            case PNG -> tooMany(unsignedInt(file.head(), PNG_WIDTH), unsignedInt(file.head(), 20));
            case JPEG -> jpegHasTooMany(file.head());
            case HEIC -> heicHasTooMany(file.head());
            case PDF, DICOM, TEXT -> false;
        };
    }

    private static boolean tooMany(long width, long height) {
        return height > 0 && width > MOST / height;
    }

    /** The first frame header; a thumbnail's is inside of a segment that is passed over. */
    private static boolean jpegHasTooMany(byte[] head) {
        int at = 2;
        while (at + 9 <= head.length && (head[at] & 0xFF) == 0xFF) {
            int marker = head[at + 1] & 0xFF;
            if (isFrame(marker)) {
                return tooMany(unsignedShort(head, at + 7), unsignedShort(head, at + 5));
            }
            at += marker == 0xFF ? 1 : 2 + unsignedShort(head, at + 2);
        }
        return false;
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0
                && marker <= 0xCF
                && marker != 0xC4
                && marker != 0xC8
                && marker != 0xCC;
    }

    /** Image spatial extents ({@code ispe}) of whatever the file holds. */
    private static boolean heicHasTooMany(byte[] head) {
        for (int at = 4; at + ISPE - 4 <= head.length; at++) {
            if (Magic.at(head, at, "ispe")
                    && tooMany(unsignedInt(head, at + 8), unsignedInt(head, at + 12))) {
                return true;
            }
        }
        return false;
    }
}
