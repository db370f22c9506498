package org.consilium.review.letter;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.consilium.kit.work.OwnContext;
import org.consilium.review.ReviewConfig;

/**
 * HTML to PDF by a headless Chromium: what it prints joins Urdu letters as they are to be read,
 * which the Java libraries do not.
 *
 * <p>Each page has a process of its own with limits on time, file size and memory dumps, an empty
 * profile, and no name or proxy through which it could reach anything; the page's own policy
 * forbids scripts, which Chromium itself needs for printing. At most so many run at once as the
 * installation says; the others queue.
 */
@ApplicationScoped
class LetterPrinter {

    private final ReviewConfig.Letters config;
    private final OwnContext context;
    private final ExecutorService printers;

    LetterPrinter(ReviewConfig config, OwnContext context) {
        this.config = config.letters();
        this.context = context;
        this.printers = Executors.newFixedThreadPool(config.letters().printers());
    }

    /** Thrown with what Chromium did, never with what it was to print. */
    static final class NotPrinted extends RuntimeException {
        NotPrinted(String what) {
            super(what);
        }
    }

    Uni<byte[]> print(String html) {
        return context.stayingOn(
                Uni.createFrom().item(() -> printed(html)).runSubscriptionOn(printers),
                UnaryOperator.identity());
    }

    private byte[] printed(String html) {
        try {
            var directory = Files.createTempDirectory("letter");
            try {
                return printedIn(directory, html);
            } finally {
                delete(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotPrinted("interrupted");
        }
    }

    private byte[] printedIn(Path directory, String html) throws IOException, InterruptedException {
        Files.writeString(directory.resolve("letter.html"), html);
        var builder = new ProcessBuilder(command(directory)).directory(directory.toFile());
        builder.environment().clear();
        builder.environment().put("HOME", directory.toString());
        var process =
                builder.redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (!process.waitFor(config.printTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
            throw new NotPrinted("Chromium took longer than " + config.printTimeout());
        }
        var pdf = directory.resolve("letter.pdf");
        if (process.exitValue() != 0 || !Files.exists(pdf)) {
            throw new NotPrinted("Chromium ended with " + process.exitValue());
        }
        return Files.readAllBytes(pdf);
    }

    private List<String> command(Path directory) {
        return List.of(
                "/bin/sh",
                "-c",
                "ulimit -c 0; ulimit -t 60; ulimit -f 200000; exec \"$@\"",
                "sh",
                config.chromium(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-extensions",
                "--no-first-run",
                "--host-resolver-rules=MAP * ~NOTFOUND",
                "--proxy-server=127.0.0.1:1",
                "--user-data-dir=" + directory.resolve("profile"),
                "--no-pdf-header-footer",
                "--print-to-pdf=" + directory.resolve("letter.pdf"),
                directory.resolve("letter.html").toUri().toString());
    }

    /** A process of Chromium may still be tidying up its profile: what vanishes is gone already. */
    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    @PreDestroy
    void stop() {
        printers.shutdown();
    }
}
