package org.consilium.system.images;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** One of our images, run by an engine with the bounds of docker-compose.yml. */
final class Container {

    /** Engines that cannot raise them refuse to run without being told what they are. */
    private static final List<String> BOUNDS =
            List.of(
                    ("--read-only --tmpfs /tmp --cap-drop all --security-opt no-new-privileges"
                                    + " --network host --ulimit nofile=16384:16384"
                                    + " --ulimit nproc=4096:4096")
                            .split(" "));

    private static final double TICKS_PER_SECOND = 100;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    /** As docker-compose.yml has it: beside review's JVM Chromium prints the letters. */
    private static final Map<String, String> MEMORY = Map.of("review", "1g");

    private final List<String> engine;
    private final String name;
    private final String memory;

    /**
     * @param drill before the name of the service
     */
    Container(List<String> engine, String drill, String service) {
        this.engine = engine;
        this.name = drill + "-" + service;
        this.memory = MEMORY.getOrDefault(service, "512m");
    }

    void start(String image, Map<String, String> settings, Path secrets) {
        var words = new ArrayList<>(List.of("run", "--detach", "--name", name));
        words.addAll(BOUNDS);
        words.addAll(List.of("--memory", memory));
        words.addAll(List.of("--volume", secrets + ":/run/secrets:ro"));
        settings.forEach((setting, value) -> words.addAll(List.of("--env", setting + "=" + value)));
        words.add(image);
        must(words);
    }

    /** Fails with its log when it ends before, or takes longer. */
    void awaitReady(Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        while (!isReady()) {
            if (!runs() || System.nanoTime() > until) {
                throw new IllegalStateException("not ready:\n" + log());
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    /** As the image's own health check asks. */
    private boolean isReady() {
        return code(List.of("exec", name, "bash", "ready")) == 0;
    }

    private boolean runs() {
        return must(List.of("inspect", "--format", "{{.State.Running}}", name)).contains("true");
    }

    String log() {
        return must(List.of("logs", name));
    }

    boolean mayWrite(String file) {
        return code(List.of("exec", name, "touch", file)) == 0;
    }

    /** SIGTERM; the code is the JVM's own, or 137 when it had to be killed. */
    int stop(Duration patience) {
        must(List.of("stop", "--time", Long.toString(patience.toSeconds()), name));
        return Integer.parseInt(
                must(List.of("inspect", "--format", "{{.State.ExitCode}}", name)).strip());
    }

    void remove() {
        code(List.of("rm", "--force", name));
    }

    /** Seconds of processor time of the JVM so far. */
    double cpuSeconds() {
        var words = proc("stat").replaceFirst(".*\\) ", "").split(" ");
        return (Long.parseLong(words[11]) + Long.parseLong(words[12])) / TICKS_PER_SECOND;
    }

    /** A line of the kernel's account of the process, such as {@code VmRSS} or {@code CapEff}. */
    String status(String field) {
        var found = Pattern.compile("(?m)^" + field + ":\\s*(.*)$").matcher(proc("status"));
        return found.find() ? found.group(1) : "";
    }

    boolean mapsItsCache() {
        return proc("maps").contains("/app/learned.aot");
    }

    private String proc(String file) {
        var pid = must(List.of("inspect", "--format", "{{.State.Pid}}", name)).strip();
        try {
            return Files.readString(Path.of("/proc", pid, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String must(List<String> words) {
        var said = new StringBuilder();
        if (run(words, said) != 0) {
            throw new IllegalStateException(String.join(" ", words) + ": " + said);
        }
        return said.toString();
    }

    private int code(List<String> words) {
        return run(words, new StringBuilder());
    }

    private int run(List<String> words, StringBuilder said) {
        var command = new ArrayList<>(engine);
        command.addAll(words);
        try {
            var process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            said.append(new String(process.getInputStream().readAllBytes(), UTF_8));
            return process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
