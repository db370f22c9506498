package org.consilium.stack.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.consilium.stack.parts.Workspace;

/** A page that is written from the code; {@code -Dupdate.docs=true} writes it anew. */
public final class WrittenPage {

    private WrittenPage() {}

    /**
     * Holds the committed page against what the code says now.
     *
     * @param page below {@code docs}
     * @throws AssertionError when it says something else
     */
    public static void says(String page, String text) {
        var file = Workspace.root().resolve("docs").resolve(page);
        try {
            if (Boolean.getBoolean("update.docs")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
            if (!Files.exists(file) || !Files.readString(file).equals(text)) {
                throw new AssertionError(different(file, text));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String different(Path file, String text) throws IOException {
        var committed = Files.exists(file) ? Files.readAllLines(file) : java.util.List.<String>of();
        var now = text.lines().toList();
        return "%s does not say what the code says; run this test with -Dupdate.docs=true.%n  only in the code: %s%n  only in the page: %s"
                .formatted(
                        file.getFileName(),
                        now.stream().filter(line -> !committed.contains(line)).toList(),
                        committed.stream().filter(line -> !now.contains(line)).toList());
    }
}
