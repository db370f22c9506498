package org.consilium.documents.worker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * A HEIC whose EXIF and XMP items are there and empty (ISO 14496-12, 8.11): nothing moves, so the
 * picture is the same to the byte. Which way is up is a property of the picture and stays.
 */
final class CleanHeic {

    private static final int BOX_HEADER = 8;
    private static final int FULL_BOX_HEADER = 12;

    private final byte[] file;
    private final ByteBuffer bytes;
    private final Set<Long> telling = new HashSet<>();

    private CleanHeic(byte[] file) {
        this.file = file;
        this.bytes = ByteBuffer.wrap(file);
    }

    static byte[] of(byte[] file) throws IOException {
        try {
            return new CleanHeic(file.clone()).cleaned();
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new IOException("a box leads out of the file", e);
        }
    }

    private byte[] cleaned() throws IOException {
        int meta = box("meta", 0, file.length);
        int begin = meta + FULL_BOX_HEADER;
        int end = meta + size(meta);
        int items = box("iinf", begin, end);
        if (items >= 0) {
            noteItems(items);
        }
        if (!telling.isEmpty()) {
            int found = emptied(box("iloc", begin, end), box("idat", begin, end));
            if (found < telling.size()) {
                throw new IOException("an item lies nowhere");
            }
        }
        return file;
    }

    /** Where the first box of this type begins; -1 when there is none. */
    private int box(String type, int from, int to) throws IOException {
        int at = from;
        while (at >= 0 && at + BOX_HEADER <= to) {
            if (type(at + 4).equals(type)) {
                return at;
            }
            at += size(at);
        }
        return -1;
    }

    private int size(int box) throws IOException {
        int size = bytes.getInt(box);
        if (size == 0) {
            return file.length - box;
        }
        if (size == 1) {
            return Math.toIntExact(bytes.getLong(box + BOX_HEADER));
        }
        if (size < BOX_HEADER) {
            throw new IOException("a box without end");
        }
        return size;
    }

    private void noteItems(int items) throws IOException {
        int end = items + size(items);
        int at = items + FULL_BOX_HEADER + (bytes.get(items + BOX_HEADER) == 0 ? 2 : 4);
        while (at + FULL_BOX_HEADER < end) {
            int wide = bytes.get(at + BOX_HEADER) >= 3 ? 4 : 2;
            var type = type(at + FULL_BOX_HEADER + wide + 2);
            if (type.equals("Exif") || type.equals("mime")) {
                telling.add(number(at + FULL_BOX_HEADER, wide));
            }
            at += size(at);
        }
    }

    private int emptied(int places, int ownData) throws IOException {
        if (places < 0) {
            return 0;
        }
        int version = bytes.get(places + BOX_HEADER);
        int sizes = bytes.getShort(places + FULL_BOX_HEADER);
        int wide = version < 2 ? 2 : 4;
        int at = places + FULL_BOX_HEADER + 2;
        long count = number(at, wide);
        at += wide;
        int found = 0;
        for (long i = 0; i < count; i++) {
            boolean tells = telling.contains(number(at, wide));
            at += wide;
            boolean inside = version > 0 && (bytes.getShort(at) & 0xF) == 1;
            at += (version > 0 ? 2 : 0) + 2;
            long base = number(at, ((sizes >> 4) & 0xF)) + (inside ? ownData + BOX_HEADER : 0);
            at += ((sizes >> 4) & 0xF);
            int extents = bytes.getShort(at) & 0xFFFF;
            at += 2;
            for (int extent = 0; extent < extents; extent++) {
                at += version > 0 ? sizes & 0xF : 0;
                long from = base + number(at, ((sizes >> 12) & 0xF));
                at += ((sizes >> 12) & 0xF);
                long length = number(at, ((sizes >> 8) & 0xF));
                at += ((sizes >> 8) & 0xF);
                if (tells) {
                    Arrays.fill(
                            file, Math.toIntExact(from), Math.toIntExact(from + length), (byte) 0);
                }
            }
            found += tells ? 1 : 0;
        }
        return found;
    }

    private long number(int at, int wide) {
        long number = 0;
        for (int i = 0; i < wide; i++) {
            number = (number << 8) | (bytes.get(at + i) & 0xFF);
        }
        return number;
    }

    private String type(int at) {
        return new String(file, at, 4, StandardCharsets.ISO_8859_1);
    }
}
