package org.consilium.stack.start;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.consilium.stack.BackingPartsResource;

/**
 * The packaged service of the module that is tested, started by other settings than it should be.
 *
 * @param said all it wrote, as it ended by itself
 * @param status what it ended with; 78 (EX_CONFIG) when it found out that it is wrongly set up
 */
public record StartAttempt(String said, int status) {

    private static final int ENDS_WITHIN_MINUTES = 2;
    private static final int LOOKS_MS = 200;

    /** What the service would start with; to be changed. */
    public static Map<String, String> rightSettings(String service) {
        var parts = new BackingPartsResource();
        parts.init(Map.of("service", service));
        var settings = new HashMap<>(parts.start());
        settings.keySet().removeIf(name -> name.startsWith("quarkus."));
        settings.put("POSTGRES_MAY_LOSE_DATA", "true");
        return settings;
    }

    /** Returns when the process has ended; one that does not, as nothing was found, is ended. */
    public static StartAttempt by(Map<String, String> settings)
            throws IOException, InterruptedException {
        var said = Files.createTempFile("start", ".log");
        var process = launched(settings, said);
        if (!process.waitFor(ENDS_WITHIN_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        int status = process.waitFor();
        return new StartAttempt(Files.readString(said), status);
    }

    /** Whether it comes to listen, in the time that one may take to end; then it is ended. */
    public static boolean listens(Map<String, String> settings)
            throws IOException, InterruptedException {
        var said = Files.createTempFile("start", ".log");
        var process = launched(settings, said);
        var end = System.nanoTime() + TimeUnit.MINUTES.toNanos(ENDS_WITHIN_MINUTES);
        boolean listening = false;
        while (!listening && System.nanoTime() < end && !process.waitFor(LOOKS_MS, MILLISECONDS)) {
            listening = Files.readString(said).contains("Listening on: ");
        }
        process.destroyForcibly().waitFor();
        return listening;
    }

    private static Process launched(Map<String, String> settings, Path said) throws IOException {
        var command =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx128m",
                                "-XX:TieredStopAtLevel=1",
                                "-jar",
                                "target/quarkus-app/quarkus-run.jar")
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile());
        command.environment().putAll(settings);
        return command.start();
    }

    /** The lines that say why it does not start: there should be one. */
    public List<String> reasons() {
        return said.lines().filter(line -> line.contains("not start: ")).toList();
    }
}
