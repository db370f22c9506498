package org.consilium.documents.copies;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.logging.LogFactory;
import org.apache.fontbox.FontBoxFont;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.consilium.documents.copies.ReadingCopies.Reason;
import org.consilium.documents.worker.CleanCopy;
import org.consilium.documents.worker.Worker;
import org.jboss.logging.Logger;

/**
 * Starts the worker: a JVM of its own with a small heap, its CPU time, address space and files
 * limited, no environment and so no secret. Blocks.
 */
@ApplicationScoped
class Workshop {

    /** Those whose jars the worker needs; in the packaged service PDFBox logs by JBoss Logging. */
    private static final List<Class<?>> NEEDED =
            List.of(
                    CleanCopy.class,
                    PDDocument.class,
                    RandomAccessRead.class,
                    FontBoxFont.class,
                    LogFactory.class,
                    Logger.class);

    private static final long LARGEST_FILE_BLOCKS = 2L * 1024 * 1024;

    private final CopyConfig config;

    Workshop(CopyConfig config) {
        this.config = config;
    }

    /** The worker ended with something else than success; this says nothing about the store. */
    static final class NoCopy extends IOException {

        private final Reason reason;

        NoCopy(String why, Reason reason) {
            super(why);
            this.reason = reason;
        }

        Reason reason() {
            return reason;
        }
    }

    /**
     * Leaves what it made beside what it was made of.
     *
     * @throws NoCopy when the worker failed, or had to be killed
     */
    void make(String kind, Path directory) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command(kind, directory)).directory(directory.toFile());
        builder.environment().clear();
        var process =
                builder.redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (!process.waitFor(config.time().toMillis(), TimeUnit.MILLISECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
            throw new NoCopy("the worker took longer than " + config.time(), Reason.TOO_HEAVY);
        }
        if (process.exitValue() != 0 || !Files.exists(directory.resolve(CleanCopy.CLEAN))) {
            throw new NoCopy(
                    "the worker ended with " + process.exitValue(),
                    process.exitValue() == Worker.UNREADABLE
                            ? Reason.CANNOT_BE_READ
                            : Reason.TOO_HEAVY);
        }
    }

    private List<String> command(String kind, Path directory) throws IOException {
        var limits =
                "ulimit -c 0; ulimit -t %d; ulimit -f %d; ulimit -v %d; exec \"$@\""
                        .formatted(
                                Math.max(1, config.time().toSeconds()),
                                LARGEST_FILE_BLOCKS,
                                config.memoryMegabytes() * 1024L);
        return List.of(
                "/bin/sh",
                "-c",
                limits,
                "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + config.heapMegabytes() + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:CompressedClassSpaceSize=64m",
                "-XX:ReservedCodeCacheSize=64m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + directory,
                "-cp",
                classPath(),
                Worker.class.getName(),
                kind,
                directory.toString());
    }

    /** From where this process has its own classes, however it was packaged. */
    private static String classPath() throws IOException {
        try (Stream<Class<?>> needed = NEEDED.stream()) {
            return needed.map(Workshop::origin).distinct().collect(Collectors.joining(":"));
        }
    }

    private static String origin(Class<?> type) {
        try {
            var location = type.getProtectionDomain().getCodeSource().getLocation().toURI();
            return Path.of(location).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
