package org.consilium.stack.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where things lie: the project's root, the archives Maven fetched, what is unpacked once for all.
 */
public final class Workspace {

    private Workspace() {}

    public static Path root() {
        var start = Path.of("").toAbsolutePath();
        for (var dir = start; dir != null; dir = dir.getParent()) {
            if (Files.exists(dir.resolve("local-stack/parts"))) {
                return dir;
            }
        }
        throw new IllegalStateException("not inside the project: " + start);
    }

    static Path archive(String name) {
        return existing(root().resolve("local-stack/target/archives").resolve(name));
    }

    /** Unpacked archives and built servers; safe to delete, costs a minute to make again. */
    static Path cache() {
        return directory(root().resolve(".local/cache"));
    }

    static String classPath(String part) {
        try {
            return Files.readString(
                            existing(
                                    root().resolve(
                                                    "local-stack/parts/"
                                                            + part
                                                            + "/target/classpath")))
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Path directory(Path path) {
        try {
            return Files.createDirectories(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path existing(Path path) {
        if (!Files.exists(path)) {
            throw new IllegalStateException(
                    root().relativize(path)
                            + " is missing: run 'mvn -pl local-stack -am install -DskipTests' first");
        }
        return path;
    }
}
