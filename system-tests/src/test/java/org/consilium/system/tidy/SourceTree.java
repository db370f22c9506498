package org.consilium.system.tidy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The project's files: what is tracked, and what would be with the next {@code git add}. */
public final class SourceTree {

    public static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private SourceTree() {}

    public static Stream<SourceFile> files() {
        return listed().map(SourceTree::read).flatMap(Optional::stream);
    }

    private static Stream<String> listed() {
        try {
            var git =
                    new ProcessBuilder("git", "ls-files", "-z", "-co", "--exclude-standard")
                            .directory(ROOT.toFile())
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            var names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (git.waitFor() != 0) {
                throw new IllegalStateException("these rules read the files that git knows");
            }
            return Stream.of(names.split("\0"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Empty for a file just deleted, and for one that is not text. */
    private static Optional<SourceFile> read(String path) {
        var file = ROOT.resolve(path);
        try {
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            var text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return Optional.of(new SourceFile(path, text)).filter(f -> text.indexOf('\0') < 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
