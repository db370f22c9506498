package org.consilium.stack.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * A process with a directory of its own that holds its log and pid file. It runs on when the
 * starter ends.
 */
public final class ChildProcess {

    private final String name;
    private final Path directory;

    public ChildProcess(String name, Path directory) {
        this.name = name;
        this.directory = Workspace.directory(directory);
    }

    public Path log() {
        return directory.resolve("log");
    }

    /** In a session of its own, so that Ctrl-C in the starter's terminal does not reach it. */
    public void start(List<String> command, Map<String, String> environment) {
        try {
            var detached = new ArrayList<>(List.of("setsid"));
            detached.addAll(command);
            var builder =
                    new ProcessBuilder(detached)
                            .directory(directory.toFile())
                            .redirectInput(
                                    ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
            builder.environment().remove("JAVA_OPTS");
            builder.environment().putAll(environment);
            Files.writeString(pidFile(), mark(builder.start().toHandle()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Optional<ProcessHandle> handle() {
        try {
            if (!Files.exists(pidFile())) {
                return Optional.empty();
            }
            var mark = Files.readString(pidFile());
            return ProcessHandle.of(Long.parseLong(mark.split(" ")[0]))
                    .filter(process -> process.isAlive() && mark(process).equals(mark));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Pid and start, because after a restart of the machine somebody else may have the pid. */
    private static String mark(ProcessHandle process) {
        return process.pid()
                + " "
                + process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    public boolean isRunning() {
        return handle().isPresent();
    }

    /**
     * Waits until the process does its work.
     *
     * @throws IllegalStateException with the end of its log when it has died or the time is over
     */
    public void awaitReady(BooleanSupplier ready, Duration limit) {
        var end = Instant.now().plus(limit);
        while (!ready.getAsBoolean()) {
            if (!isRunning() || Instant.now().isAfter(end)) {
                throw new IllegalStateException(
                        name
                                + (isRunning() ? " is not ready after " + limit : " has died")
                                + ":\n"
                                + endOfLog());
            }
            pause();
        }
    }

    /** SIGTERM, and SIGKILL when it has not gone in time. */
    public void stop(Duration patience) {
        handle().ifPresent(
                        process -> {
                            process.destroy();
                            if (!ended(process, patience)) {
                                kill9();
                            }
                        });
        forget();
    }

    /** SIGKILL, with whatever it has started; all are gone when this returns. */
    public void kill9() {
        handle().ifPresent(
                        process -> {
                            var family =
                                    Stream.concat(Stream.of(process), process.descendants())
                                            .toList();
                            family.forEach(ProcessHandle::destroyForcibly);
                            family.forEach(one -> ended(one, Duration.ofSeconds(10)));
                        });
        forget();
    }

    /** Sends {@code STOP} or {@code CONT}. */
    public void signal(String signal) {
        handle().ifPresent(
                        process ->
                                run(List.of("kill", "-" + signal, Long.toString(process.pid()))));
    }

    /** Runs a command to its end and returns what it printed. */
    public static String run(List<String> command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var output =
                    new String(
                            process.getInputStream().readAllBytes(),
                            java.nio.charset.StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command.getFirst() + " failed:\n" + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Remembers with what it was started; see {@link Edition}. */
    void noteEdition(String edition) {
        try {
            Files.writeString(editionFile(), edition);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String edition() {
        try {
            return Files.exists(editionFile()) ? Files.readString(editionFile()) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String endOfLog() {
        try {
            var lines = Files.readAllLines(log(), java.nio.charset.StandardCharsets.ISO_8859_1);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
        } catch (IOException e) {
            return "(no log)";
        }
    }

    private static boolean ended(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void forget() {
        try {
            Files.deleteIfExists(pidFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path editionFile() {
        return directory.resolve("edition");
    }

    private Path pidFile() {
        return directory.resolve("pid");
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
