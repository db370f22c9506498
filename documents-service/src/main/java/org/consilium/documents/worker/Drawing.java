package org.consilium.documents.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Pictures of what only another program can read. It draws from the cleaned copy, and what it drew
 * is drawn anew here, so that nothing but the picture goes on. What cannot be drawn has no picture;
 * the copy stays.
 */
final class Drawing {

    /**
     * A slice is shown as its file's own first window says, or, where it says nothing, from its
     * darkest point to its brightest.
     */
    private static final List<List<String>> WINDOWS = List.of(List.of("+Wi", "1"), List.of("+Wm"));

    private Drawing() {}

    /** Of the one picture, or of each where a file holds several. */
    static void ofHeic(Path directory) {
        try {
            if (!Program.HEIF.drew(directory, "-q", "95", CleanCopy.CLEAN, "drawn.jpg")) {
                return;
            }
            var only = directory.resolve("drawn.jpg");
            if (Files.exists(only)) {
                PagePicture.ofImage(only, 1, Upright.of(1), directory);
            } else {
                numbered(directory, "drawn-%d.jpg", 1);
            }
        } catch (IOException e) {
            System.err.println("no picture of the page: " + e.getClass().getName());
        }
    }

    /** Of the first frames; overlays are left out, which may name somebody. */
    static void ofDicom(Path directory) {
        try {
            for (var program : List.of(Program.DICOM, Program.DICOM_JPEG_LS)) {
                for (var window : WINDOWS) {
                    if (program.drew(directory, arguments(window))) {
                        numbered(directory, "drawn.%d.png", 0);
                        return;
                    }
                }
            }
        } catch (IOException e) {
            System.err.println("no pictures of frames: " + e.getClass().getName());
        }
    }

    private static String[] arguments(List<String> window) {
        var all = new ArrayList<>(List.of("-q", "-O"));
        all.addAll(window);
        all.addAll(List.of("+Fr", "1", Integer.toString(PagePicture.MOST_PAGES)));
        all.addAll(List.of("+on", CleanCopy.CLEAN, "drawn"));
        return all.toArray(String[]::new);
    }

    private static void numbered(Path directory, String name, int first) {
        for (int i = 0; i < PagePicture.MOST_PAGES; i++) {
            var drawn = directory.resolve(name.formatted(first + i));
            if (!Files.exists(drawn)) {
                return;
            }
            PagePicture.ofImage(drawn, i + 1, Upright.of(1), directory);
        }
    }
}
