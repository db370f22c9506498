package org.consilium.documents.worker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** A PNG with the chunks that make the picture: no text, no EXIF, no time. */
final class CleanPng {

    private static final int SIGNATURE = 8;
    private static final int AROUND = 12;

    private static final Set<String> PICTURE =
            Set.of(
                    "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "pHYs",
                    "sBIT", "bKGD");

    private CleanPng() {}

    static byte[] of(byte[] file) throws IOException {
        var clean = new ByteArrayOutputStream();
        clean.write(file, 0, SIGNATURE);
        var chunks = ByteBuffer.wrap(file);
        int at = SIGNATURE;
        while (at + AROUND <= file.length) {
            long end = (long) at + AROUND + (chunks.getInt(at) & 0xFFFFFFFFL);
            var name = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (end > file.length) {
                break;
            }
            if (PICTURE.contains(name)) {
                clean.write(file, at, (int) end - at);
            }
            if (name.equals("IEND")) {
                return clean.toByteArray();
            }
            at = (int) end;
        }
        throw new IOException("no end of the picture");
    }
}
