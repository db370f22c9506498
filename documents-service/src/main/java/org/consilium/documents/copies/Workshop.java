package org.consilium.documents.copies;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URISyntaxException;
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

    /** Of a JVM whose own heap was too small, by {@code ExitOnOutOfMemoryError}. */
    private static final int OUT_OF_MEMORY = 3;

    /** Of a process that the lower limit of its CPU time ended: 128 and SIGXCPU. */
    private static final int OUT_OF_TIME = 152;

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
     * @throws NoCopy when the file is to blame
     * @throws IOException when the worker could not be started, or ended as no file makes it end
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
        var why = "the worker ended with " + process.exitValue();
        switch (process.exitValue()) {
            case 0 -> {}
            case Worker.UNREADABLE -> throw new NoCopy(why, Reason.CANNOT_BE_READ);
            case OUT_OF_MEMORY, OUT_OF_TIME -> throw new NoCopy(why, Reason.TOO_HEAVY);
            default -> throw new IOException(why);
        }
    }

    private List<String> command(String kind, Path directory) throws IOException {
        long seconds = Math.max(1, config.time().toSeconds());
        var limits =
                "ulimit -c 0; ulimit -S -t %d; ulimit -H -t %d; ulimit -f %d; ulimit -v %d; exec \"$@\""
                        .formatted(
                                seconds,
                                seconds + 5,
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
