package org.consilium.system.images;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.consilium.stack.parts.Workspace;

/** What {@code make images} names its images by. */
final class Built {

    /** As scripts/build-images has it: the first that stands two spaces in is the project's own. */
    private static final Pattern VERSION = Pattern.compile("(?m)^  <version>(.*)</version>");

    private Built() {}

    static String version() throws IOException {
        var pom = VERSION.matcher(Files.readString(Workspace.root().resolve("pom.xml")));
        if (!pom.find()) {
            throw new IllegalStateException("the pom names no version");
        }
        return pom.group(1);
    }
}
