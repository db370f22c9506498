package org.consilium.documents.worker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * A DICOM file without the names, numbers and addresses of people and places (PS3.15, basic
 * profile, with the options that keep dates of studies, characteristics of the patient and UIDs,
 * since a reading needs them). Values are overwritten in place; private elements are emptied.
 * Writing inside the picture stays.
 */
final class CleanDicom {

    private static final int DATA = 132;
    private static final long UNDEFINED = 0xFFFF_FFFFL;
    private static final int ITEM = 0xFFFE_E000;
    private static final int END_OF_ITEM = 0xFFFE_E00D;
    private static final int END_OF_SEQUENCE = 0xFFFE_E0DD;
    private static final int PICTURE = 0x7FE0_0010;
    private static final int TRANSFER_SYNTAX = 0x0002_0010;
    private static final int MOST_NESTED = 20;

    private static final String IMPLICIT = "1.2.840.10008.1.2";
    private static final String EXPLICIT = "1.2.840.10008.1.2.1";
    private static final String COMPRESSED = "1.2.840.10008.1.2.4.";
    private static final String RUN_LENGTHS = "1.2.840.10008.1.2.5";

    private static final Set<String> WITH_LONG_LENGTH =
            Set.of("OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV");

    /** Whatever the file calls them, in sequences too. */
    private static final Set<Integer> NAMING =
            Set.of(
                    0x0008_0050,
                    0x0008_0080,
                    0x0008_0081,
                    0x0008_0090,
                    0x0008_0092,
                    0x0008_0094,
                    0x0008_1010,
                    0x0008_1040,
                    0x0008_1048,
                    0x0008_1050,
                    0x0008_1060,
                    0x0008_1070,
                    0x0010_0010,
                    0x0010_0020,
                    0x0010_0021,
                    0x0010_0030,
                    0x0010_0032,
                    0x0010_0050,
                    0x0010_1000,
                    0x0010_1001,
                    0x0010_1005,
                    0x0010_1040,
                    0x0010_1060,
                    0x0010_1090,
                    0x0010_2154,
                    0x0010_2155,
                    0x0010_2297,
                    0x0010_2299,
                    0x0010_4000,
                    0x0018_1000,
                    0x0020_0010,
                    0x0032_1032,
                    0x0032_1033,
                    0x0038_0010,
                    0x0038_0300,
                    0x0038_0400,
                    0x0040_0006,
                    0x0040_0241,
                    0x0040_0242,
                    0x0040_0243,
                    0x0040_0253,
                    0x0040_1010,
                    0x0040_2008,
                    0x0040_2009,
                    0x0040_2010,
                    0x0040_A123,
                    0x0040_A075,
                    0x0088_0140);

    private static final int FRAMES = 0x0028_0008;

    private final byte[] file;
    private final ByteBuffer bytes;
    private boolean explicit = true;
    private boolean hasPicture;
    private int frames = 1;
    private String syntax = IMPLICIT;

    private CleanDicom(byte[] file) {
        this.file = file;
        this.bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    static CleanDicom of(byte[] file) throws IOException {
        try {
            var clean = new CleanDicom(file.clone());
            clean.clean();
            return clean;
        } catch (IndexOutOfBoundsException | ArithmeticException e) {
            throw new IOException("an element leads out of the file", e);
        }
    }

    byte[] file() {
        return file;
    }

    /** How many pictures there are inside; 0 for a file without. */
    int frames() {
        return hasPicture ? frames : 0;
    }

    private void clean() throws IOException {
        Arrays.fill(file, 0, 128, (byte) 0);
        int at = DATA;
        while (at < file.length && bytes.getShort(at) == 2) {
            at = element(at, 0);
        }
        explicit = !syntax.equals(IMPLICIT);
        boolean known =
                Set.of(IMPLICIT, EXPLICIT, RUN_LENGTHS).contains(syntax)
                        || syntax.startsWith(COMPRESSED);
        if (!known) {
            throw new IOException("elements are written in another way");
        }
        elements(at, file.length, 0);
    }

    /** Up to the end, or to the delimiter, behind which it answers. */
    private int elements(int from, int to, int depth) throws IOException {
        if (depth > MOST_NESTED) {
            throw new IOException("nested too deeply");
        }
        int at = from;
        while (at < to) {
            int tag = tag(at);
            if (tag == END_OF_ITEM || tag == END_OF_SEQUENCE) {
                return at + 8;
            }
            at = element(at, depth);
        }
        return at;
    }

    private int element(int at, int depth) throws IOException {
        int tag = tag(at);
        var kind = explicit && tag >>> 16 != 0xFFFE ? text(at + 4, 2) : "";
        boolean longLength = kind.isEmpty() || WITH_LONG_LENGTH.contains(kind);
        int lengthAt = kind.isEmpty() ? at + 4 : longLength ? at + 8 : at + 6;
        long length =
                longLength ? bytes.getInt(lengthAt) & UNDEFINED : bytes.getShort(lengthAt) & 0xFFFF;
        int value = lengthAt + (longLength ? 4 : 2);
        hasPicture |= depth == 0 && tag == PICTURE;
        if (length == UNDEFINED) {
            return items(value, file.length, !isPicture(kind, tag), depth + 1);
        }
        int end = Math.addExact(value, Math.toIntExact(length));
        if (end > file.length) {
            throw new IndexOutOfBoundsException();
        }
        if (tag == TRANSFER_SYNTAX) {
            syntax = text(value, end - value).replace("\0", "").strip();
        }
        if (depth == 0 && tag == FRAMES) {
            frames = frames(text(value, end - value));
        }
        if (kind.equals("SQ") || (kind.isEmpty() && startsWithItem(value, end))) {
            items(value, end, true, depth + 1);
        }
        if (isPrivate(tag)) {
            Arrays.fill(file, value, end, (byte) 0);
        } else if (kind.equals("PN") || NAMING.contains(tag)) {
            Arrays.fill(file, value, end, (byte) ' ');
        }
        return end;
    }

    /** A file that cannot say how many it has counts as one with one. */
    private static int frames(String told) {
        var digits = told.replace("\0", "").strip();
        return digits.matches("[1-9][0-9]{0,6}") ? Integer.parseInt(digits) : 1;
    }

    /** Fragments of a compressed picture are items too. */
    private static boolean isPicture(String kind, int tag) {
        return kind.equals("OB") || kind.equals("OW") || tag == PICTURE;
    }

    private int items(int from, int to, boolean ofElements, int depth) throws IOException {
        int at = from;
        while (at + 8 <= to) {
            int tag = tag(at);
            if (tag == END_OF_SEQUENCE) {
                return at + 8;
            }
            if (tag != ITEM) {
                throw new IOException("no item where one has to be");
            }
            long length = bytes.getInt(at + 4) & UNDEFINED;
            int value = at + 8;
            if (length == UNDEFINED) {
                at = elements(value, to, depth);
            } else {
                int end = Math.addExact(value, Math.toIntExact(length));
                if (ofElements) {
                    elements(value, end, depth);
                }
                at = end;
            }
        }
        return at;
    }

    private boolean startsWithItem(int value, int end) {
        return value + 8 <= end && tag(value) == ITEM;
    }

    private static boolean isPrivate(int tag) {
        return ((tag >>> 16) & 1) == 1;
    }

    private int tag(int at) {
        return (bytes.getShort(at) << 16) | (bytes.getShort(at + 2) & 0xFFFF);
    }

    private String text(int at, int length) {
        return new String(file, at, length, StandardCharsets.ISO_8859_1);
    }
}
