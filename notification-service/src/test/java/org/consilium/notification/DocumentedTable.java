package org.consilium.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A table that stands in a document between two markers and is made by the code. */
public record DocumentedTable(Path document, String marker) {

    public static DocumentedTable in(String document, String marker) {
        return new DocumentedTable(Path.of(document), marker);
    }

    /** {@code -Dupdate.docs=true} writes it into the document instead. */
    public void isEqualTo(String table) throws IOException {
        var text = Files.readString(document);
        var begin = "<!-- " + marker + " -->\n";
        int from = text.indexOf(begin) + begin.length();
        int to = text.indexOf("<!-- /" + marker + " -->");
        if (Boolean.getBoolean("update.docs")) {
            Files.writeString(document, text.substring(0, from) + table + text.substring(to));
        } else {
            assertThat(text.substring(from, to)).isEqualTo(table);
        }
    }
}
