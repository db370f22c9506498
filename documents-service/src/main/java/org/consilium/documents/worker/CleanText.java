package org.consilium.documents.worker;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A text that was written in another encoding, in the one that everybody reads. */
public final class CleanText {

    /** What its copy is. */
    public static final String CONTENT_TYPE = "text/plain;charset=utf-8";

    private static final String OF_ANOTHER = "text/plain;charset=";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private CleanText() {}

    /** Of this type a copy is made. */
    public static boolean isWanted(String contentType) {
        return contentType.startsWith(OF_ANOTHER);
    }

    static void make(String contentType, Path file, Path directory) throws IOException {
        var charset = Charset.forName(contentType.substring(OF_ANOTHER.length()));
        try (var reader = Files.newBufferedReader(file, charset);
                var writer =
                        Files.newBufferedWriter(
                                directory.resolve(CleanCopy.CLEAN), StandardCharsets.UTF_8)) {
            int first = reader.read();
            if (first >= 0 && first != BYTE_ORDER_MARK) {
                writer.write(first);
            }
            reader.transferTo(writer);
        }
    }
}
