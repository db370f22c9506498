package org.consilium.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.consilium.stack.parts.ChildProcess;

/**
 * What was built of a service, and the copy of it that a process runs: a build does not pull the
 * classes from under the running process.
 *
 * <p>Beside what is built may lie what an earlier run learned: the classes it loaded and the
 * profiles of its methods, as JDK 25 keeps them (JEP 514, JEP 515). A JVM ignores it when it was
 * learned from other jars or by another JDK.
 */
final class Application {

    private static final String LEARNED = "learned.aot";

    private final Service service;
    private final Path tree;
    private final Path copy;

    /** {@code tree}: the root of the sources that were built. */
    Application(Service service, Path tree, Path copy) {
        this.service = service;
        this.tree = tree;
        this.copy = copy;
    }

    /** The same copy, of what was built of other sources. */
    Application of(Path otherTree) {
        return new Application(service, otherTree, copy);
    }

    void take() {
        ChildProcess.run(List.of("rm", "-rf", copy.toString()));
        ChildProcess.run(List.of("cp", "-a", built().toString(), copy.toString()));
    }

    boolean isWhatIsBuilt() {
        return sumOf(built()).equals(sumOf(copy));
    }

    Path jar() {
        return copy.resolve("quarkus-run.jar");
    }

    Optional<Path> learned() {
        return Optional.of(copy.resolve(LEARNED)).filter(Files::exists);
    }

    /** Where a JVM writes what it learned, when it ends. */
    Path lesson() {
        return copy.resolve("lesson.aot");
    }

    /** From now on each start of what is built has it. */
    void keepLesson() {
        try {
            Files.move(lesson(), built().resolve(LEARNED), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void forgetLearned() {
        try {
            Files.deleteIfExists(built().resolve(LEARNED));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path built() {
        var built = tree.resolve(service.module() + "/target/quarkus-app");
        if (!Files.exists(built.resolve("quarkus-run.jar"))) {
            throw new IllegalStateException(service.module() + " is not built: run 'make build'");
        }
        return built;
    }

    private static String sumOf(Path application) {
        return ChildProcess.run(
                List.of(
                        "sh",
                        "-c",
                        "cat '"
                                + application
                                + "'/app/*.jar '"
                                + application
                                + "'/quarkus/*.jar | cksum"));
    }
}
