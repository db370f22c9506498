package org.consilium.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.consilium.stack.parts.ChildProcess;
import org.consilium.stack.parts.Workspace;

/**
 * The parts that all test JVMs of one run share: the first starts them, the next ones find them.
 * Their data is thrown away with the next start. {@code make check} stops them at its end.
 */
final class TestParts {

    private static final Path DIRECTORY = Workspace.root().resolve(".local/test");

    private TestParts() {}

    static PartAddresses running() {
        Workspace.directory(DIRECTORY);
        try (var lock =
                        FileChannel.open(
                                DIRECTORY.resolveSibling("test.lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                var _ = lock.lock()) {
            return known() && parts().allRun() ? parts().addresses() : started();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops what runs. */
    public static void main(String... arguments) {
        if (known()) {
            parts().stop();
        }
    }

    private static PartAddresses started() throws IOException {
        if (known()) {
            parts().stop();
        }
        ChildProcess.run(List.of("rm", "-rf", DIRECTORY.toString()));
        Workspace.directory(DIRECTORY);
        Json.write(ports(), Ports.free());
        parts().start(_ -> {});
        return parts().addresses();
    }

    private static LocalParts parts() {
        return new LocalParts(
                DIRECTORY,
                Json.read(ports(), Ports.class),
                new Secrets(DIRECTORY.resolve("secrets")),
                false);
    }

    private static boolean known() {
        return Files.exists(ports());
    }

    private static Path ports() {
        return DIRECTORY.resolve("ports.json");
    }
}
