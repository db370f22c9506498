package org.consilium.documents.worker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A JPEG with its picture and colours, and of all that was written beside them only which way is
 * up. Nothing behind the end mark stays.
 */
final class CleanJpeg {

    private static final int START_OF_SCAN = 0xDA;
    private static final int END = 0xD9;
    private static final int COMMENT = 0xFE;
    private static final int APP0 = 0xE0;
    private static final int EXIF = 0xE1;
    private static final int COLOUR_PROFILE = 0xE2;
    private static final int ADOBE_COLOURS = 0xEE;
    private static final int APP15 = 0xEF;
    private static final int ORIENTATION = 0x0112;

    private final byte[] file;
    private final ByteArrayOutputStream clean = new ByteArrayOutputStream();

    private CleanJpeg(byte[] file) {
        this.file = file;
    }

    static byte[] of(byte[] file) throws IOException {
        return new CleanJpeg(file).cleaned();
    }

    private byte[] cleaned() throws IOException {
        clean.write(file, 0, 2);
        int at = 2;
        while (at + 4 <= file.length && at(at) == 0xFF) {
            int marker = at(at + 1);
            if (marker == END) {
                clean.write(file, at, 2);
                return clean.toByteArray();
            }
            if (marker == 0xFF) {
                at++;
                continue;
            }
            int end = at + 2 + (at(at + 2) << 8 | at(at + 3));
            end = marker == START_OF_SCAN ? endOfScan(end) : end;
            if (end > file.length) {
                break;
            }
            keep(marker, at, end);
            at = end;
        }
        if (at + 2 == file.length && at(at) == 0xFF && at(at + 1) == END) {
            clean.write(file, at, 2);
            return clean.toByteArray();
        }
        throw new IOException("no end of the picture");
    }

    private void keep(int marker, int from, int end) {
        if (marker == EXIF) {
            int orientation = orientation(Arrays.copyOfRange(file, from + 4, end));
            if (orientation > 1 && orientation <= 8) {
                clean.writeBytes(onlyOrientation(orientation));
            }
        } else if (marker == APP0
                || marker == ADOBE_COLOURS
                || (marker == COLOUR_PROFILE && isColourProfile(from))
                || (marker != COMMENT && (marker < APP0 || marker > APP15))) {
            clean.write(file, from, end - from);
        }
    }

    private boolean isColourProfile(int from) {
        var name = "ICC_PROFILE".getBytes(StandardCharsets.US_ASCII);
        return Arrays.equals(file, from + 4, from + 4 + name.length, name, 0, name.length);
    }

    /** Picture data ends at a marker that is no stuffing and no restart. */
    private int endOfScan(int from) {
        for (int i = from; i + 1 < file.length; i++) {
            int next = at(i + 1);
            if (at(i) == 0xFF && next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) {
                return i;
            }
        }
        return file.length + 1;
    }

    /** Of a whole photograph; it says so before its picture begins. */
    static int orientationOf(byte[] file) {
        int at = 2;
        while (at + 4 <= file.length && (file[at + 1] & 0xFF) != START_OF_SCAN) {
            int end = at + 2 + ((file[at + 2] & 0xFF) << 8 | (file[at + 3] & 0xFF));
            if ((file[at + 1] & 0xFF) == EXIF) {
                return orientation(Arrays.copyOfRange(file, at + 4, end));
            }
            at = end;
        }
        return 1;
    }

    /** 1, which is upright, when it says nothing that can be read. */
    static int orientation(byte[] exif) {
        try {
            var tiff = ByteBuffer.wrap(exif, 6, exif.length - 6).slice();
            tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = tiff.getInt(4);
            int entries = tiff.getShort(directory) & 0xFFFF;
            for (int i = 0; i < entries; i++) {
                int entry = directory + 2 + 12 * i;
                if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION) {
                    return tiff.getShort(entry + 8);
                }
            }
            return 1;
        } catch (IndexOutOfBoundsException e) {
            return 1;
        }
    }

    private static byte[] onlyOrientation(int orientation) {
        return ByteBuffer.allocate(36)
                .put((byte) 0xFF)
                .put((byte) EXIF)
                .putShort((short) 34)
                .put("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) ORIENTATION)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }

    private int at(int index) {
        return file[index] & 0xFF;
    }
}
