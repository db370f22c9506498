package org.consilium.stack.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;

/**
 * A sum over the classes that say how parts are started, with whose keys and on which ports. One
 * that still runs with another sum was started by an older tree, with settings that nobody knows
 * any more.
 */
final class Edition {

    private static final String OURS = sumOfClasses();

    private Edition() {}

    static String of(byte[]... settings) {
        var sum = new CRC32();
        for (var setting : settings) {
            sum.update(setting);
        }
        return OURS + "-" + Long.toHexString(sum.getValue());
    }

    /** The same whether they lie in a jar or in a directory. */
    private static String sumOfClasses() {
        try {
            var source = Edition.class.getProtectionDomain().getCodeSource();
            var place = Path.of(source.getLocation().toURI());
            if (Files.isDirectory(place)) {
                return sumOf(place);
            }
            try (var jar = FileSystems.newFileSystem(place)) {
                return sumOf(jar.getPath("/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sumOf(Path classes) throws IOException {
        var sum = new CRC32();
        try (var files = Files.walk(classes)) {
            var sorted = files.filter(file -> file.toString().endsWith(".class")).sorted();
            for (var file : sorted.toList()) {
                sum.update(Files.readAllBytes(file));
            }
        }
        return Long.toHexString(sum.getValue());
    }
}
