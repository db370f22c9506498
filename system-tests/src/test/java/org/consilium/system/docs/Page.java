package org.consilium.system.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.consilium.system.tidy.SourceTree;

/** A page that must say what the code says; {@code -Dupdate.docs=true} writes it anew. */
final class Page {

    private final Path file;

    Page(String name) {
        file = SourceTree.ROOT.resolve("docs").resolve(name);
    }

    /** The page as a whole. */
    void says(String text) throws IOException {
        if (Boolean.getBoolean("update.docs")) {
            Files.writeString(file, text);
        }
        assertThat(file).as("run again with -Dupdate.docs=true").hasContent(text);
    }

    /** What stands between the two markers; the words around them are written by hand. */
    void says(String marker, String text) throws IOException {
        var begin = "<!-- " + marker + " -->\n";
        var end = "<!-- /" + marker + " -->";
        var page = Files.readString(file);
        assertThat(page).contains(begin, end);
        var before = page.substring(0, page.indexOf(begin) + begin.length());
        says(before + text + page.substring(page.indexOf(end)));
    }
}
