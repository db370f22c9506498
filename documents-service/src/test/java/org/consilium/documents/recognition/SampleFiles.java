package org.consilium.documents.recognition;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.consilium.kit.work.Sha256;

/** The smallest files that are what they say. */
public final class SampleFiles {

    private SampleFiles() {}

    public static byte[] pdf() {
        return pdf("hello");
    }

    /** One empty page. */
    public static byte[] pdf(String text) {
        return (PAGE + "% " + text + END).getBytes(StandardCharsets.UTF_8);
    }

    private static final String PAGE =
            """
            %PDF-1.7
            1 0 obj
            <</Type/Catalog/Pages 2 0 R>>
            endobj
            2 0 obj
            <</Type/Pages/Kids[3 0 R]/Count 1>>
            endobj
            3 0 obj
            <</Type/Page/Parent 2 0 R/MediaBox[0 0 90 90]>>
            endobj
            """;

    /** Readers find the objects by themselves when the pointer leads nowhere. */
    private static final String END =
            "\nxref\n0 1\ntrailer\n<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n";

    /** With as much in a stream behind the page as is wanted; deterministic, not compressible. */
    public static byte[] pdfOf(int bytes) {
        var begin = "4 0 obj\n<</Length %010d>>\nstream\n";
        var end = "\nendstream\nendobj\n";
        int from = PAGE.length() + begin.formatted(0).length();
        int index = bytes - index(0).length();
        int length = index - end.length() - from;
        var file = new byte[bytes];
        new java.util.Random(bytes).nextBytes(file);
        put(file, 0, PAGE + begin.formatted(length));
        put(file, from + length, end + index(index));
        return file;
    }

    /** Where each object is, as a reader wants it that does not search. */
    private static String index(int at) {
        var places = new StringBuilder("xref\n0 5\n0000000000 65535 f \n");
        for (int number = 1; number <= 3; number++) {
            places.append("%010d 00000 n \n".formatted(PAGE.indexOf(number + " 0 obj")));
        }
        return "%s%010d 00000 n \ntrailer\n<</Size 5/Root 1 0 R>>\nstartxref\n%010d\n%%%%EOF\n"
                .formatted(places, PAGE.length(), at);
    }

    private static void put(byte[] file, int at, String text) {
        var bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, file, at, bytes.length);
    }

    public static byte[] jpeg() {
        return bytes(0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xDA, 0, 4, 1, 2, 7, 7, 0xFF, 0xD9);
    }

    public static byte[] png() {
        var file = new ByteArrayOutputStream();
        file.writeBytes(bytes(0x89, 'P', 'N', 'G', 13, 10, 0x1A, 10));
        file.writeBytes(bytes(0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 0, 1, 0, 0, 0, 1));
        file.writeBytes(bytes(8, 2, 0, 0, 0, 0x90, 0x77, 0x53, 0xDE));
        file.writeBytes(bytes(0, 0, 0, 0, 'I', 'E', 'N', 'D', 0xAE, 0x42, 0x60, 0x82));
        return file.toByteArray();
    }

    public static byte[] heic() {
        var file = new ByteArrayOutputStream();
        file.writeBytes(bytes(0, 0, 0, 20));
        file.writeBytes("ftypheic".getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(bytes(0, 0, 0, 0));
        file.writeBytes("mif1".getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(bytes(0, 0, 0, 12, 'm', 'e', 't', 'a', 0, 0, 0, 0));
        return file.toByteArray();
    }

    public static byte[] dicom(byte... preamble) {
        var file = Arrays.copyOf(preamble, 128 + 4 + 12);
        System.arraycopy(
                bytes('D', 'I', 'C', 'M', 2, 0, 0, 0, 'U', 'L', 4, 0, 0, 0, 0, 0),
                0,
                file,
                128,
                16);
        return file;
    }

    public static byte[] bytes(int... values) {
        var bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    public static String sha256(byte[] file) {
        return Sha256.hex(file);
    }
}
