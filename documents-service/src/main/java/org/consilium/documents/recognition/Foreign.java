package org.consilium.documents.recognition;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Looks, while a file streams by, for the beginning of an archive or a program anywhere in it: what
 * opens or runs a file need not begin at its first byte. Only marks so long that no picture of a
 * gigabyte has them by chance.
 */
final class Foreign {

    private static final List<byte[]> MARKS =
            List.of(
                    mark("7z\u00bc\u00af'\u001c"),
                    mark("Rar!\u001a\u0007"),
                    mark("\u00fd7zXZ\0"),
                    mark("MSCF\0\0\0\0"),
                    mark("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"),
                    mark("MZ\u0090\0\u0003\0"),
                    mark("PE\0\0L\u0001"),
                    mark("PE\0\0d\u0086"),
                    mark("PE\0\0d\u00aa"),
                    mark("\u007fELF\1\1\1"),
                    mark("\u007fELF\1\2\1"),
                    mark("\u007fELF\2\1\1"),
                    mark("\u007fELF\2\2\1"),
                    mark("\u00ce\u00fa\u00ed\u00fe\u0007\0\0\0"),
                    mark("\u00ce\u00fa\u00ed\u00fe\u000c\0\0\0"),
                    mark("\u00cf\u00fa\u00ed\u00fe\u0007\0\0\1"),
                    mark("\u00cf\u00fa\u00ed\u00fe\u000c\0\0\1"),
                    mark("\u00ca\u00fe\u00ba\u00be\0\0\0"),
                    mark("#!/bin/"),
                    mark("#!/usr/"));

    private static final boolean[] FIRST = firstBytes();

    private static final int LOCAL_HEADER = 30;
    private static final int END_RECORD = 22;

    /** The longest of what is looked at from a place on. */
    private static final int AHEAD = LOCAL_HEADER + 1;

    /** APPNOTE 4.4.5, up to 20 and from 93 on; what is between them is reserved. */
    private static final int LAST_OLD_METHOD = 20;

    private static final int FIRST_NEW_METHOD = 93;
    private static final int LAST_METHOD = 99;

    private byte[] carried = new byte[0];
    private boolean found;

    void take(byte[] chunk, int count) {
        if (found) {
            return;
        }
        var bytes = Arrays.copyOf(carried, carried.length + count);
        System.arraycopy(chunk, 0, bytes, carried.length, count);
        int until = Math.max(0, bytes.length - AHEAD);
        found = beginsIn(bytes, until);
        carried = Arrays.copyOfRange(bytes, until, bytes.length);
    }

    /** So far, and at the end in all of it. */
    boolean isThere() {
        return found || beginsIn(carried, carried.length);
    }

    private static boolean beginsIn(byte[] bytes, int until) {
        for (int at = 0; at < until; at++) {
            if (FIRST[bytes[at] & 0xFF] && beginsAt(bytes, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean beginsAt(byte[] bytes, int at) {
        return MARKS.stream().anyMatch(mark -> Magic.at(bytes, at, mark)) || isZip(bytes, at);
    }

    private static boolean isZip(byte[] bytes, int at) {
        if (Magic.at(bytes, at, 'P', 'K', 3, 4)) {
            return at + LOCAL_HEADER < bytes.length
                    && bytes[at + 5] == 0
                    && isMethod(littleShort(bytes, at + 8))
                    && littleShort(bytes, at + 26) > 0
                    && littleShort(bytes, at + 26) < 4096
                    && !Character.isISOControl(bytes[at + LOCAL_HEADER]);
        }
        return Magic.at(bytes, at, 'P', 'K', 5, 6, 0, 0, 0, 0)
                && at + 12 <= bytes.length
                && littleShort(bytes, at + 8) == littleShort(bytes, at + 10);
    }

    private static boolean isMethod(int number) {
        return number <= LAST_OLD_METHOD || (number >= FIRST_NEW_METHOD && number <= LAST_METHOD);
    }

    /**
     * Readers of archives look for the directory from the end: its end record, whose comment fills
     * exactly what is left of the file.
     */
    static boolean endsLikeArchive(byte[] tail) {
        for (int at = tail.length - END_RECORD; at >= 0; at--) {
            if (Magic.at(tail, at, 'P', 'K', 5, 6)
                    && littleShort(tail, at + 20) == tail.length - at - END_RECORD) {
                return true;
            }
        }
        return false;
    }

    private static int littleShort(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
    }

    private static byte[] mark(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static boolean[] firstBytes() {
        var first = new boolean[256];
        MARKS.forEach(mark -> first[mark[0] & 0xFF] = true);
        first['P'] = true;
        return first;
    }
}
