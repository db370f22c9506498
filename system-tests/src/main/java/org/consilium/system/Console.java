package org.consilium.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.consilium.stack.parts.ChildProcess;
import org.consilium.stack.parts.Part;
import org.consilium.stack.parts.Workspace;
import org.consilium.system.demo.Demo;

/** {@code make up}, {@code down}, {@code status}, {@code learn} and {@code token}. */
public final class Console {

    private Console() {}

    /**
     * Takes one word, {@code token} also a name; exit code 1 with one line of reason when it cannot
     * do it.
     */
    public static void main(String... arguments) {
        try {
            run(List.of(arguments));
            // The object store's client keeps a thread for a minute; nobody waits for it.
            System.exit(0);
        } catch (Part.PortTaken | IllegalStateException | IOException e) {
            System.err.println("\n" + e.getMessage());
            System.exit(1);
        }
    }

    private static void run(List<String> words) throws IOException {
        var system = RunningSystem.kept();
        switch (words.isEmpty() ? "" : words.getFirst()) {
            case "up" -> up(system);
            case "down" -> system.stop();
            case "status" -> status(system);
            case "learn" -> learn(system);
            case "token" -> System.out.println(system.tokens().signedIn(words.getLast()));
            default -> throw new IllegalStateException("say up, down, status, learn or token");
        }
    }

    private static void up(RunningSystem system) {
        var begin = Instant.now();
        System.out.println(
                "Starting on 127.0.0.1. The very first start builds Keycloak and takes some minutes.");
        system.start(
                name ->
                        System.out.printf(
                                Locale.ROOT,
                                "  %-22s ready after %3d s%n",
                                name,
                                Duration.between(begin, Instant.now()).toSeconds()));
        System.out.println();
        try (var lines =
                Files.lines(
                        Workspace.root().resolve("system-tests/src/main/resources/welcome.txt"))) {
            lines.forEach(System.out::println);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The demo's story is the lesson. */
    private static void learn(RunningSystem system) throws IOException {
        system.startParts(name -> System.out.println("  " + name));
        var services = Stream.of(Service.values()).map(system::service).toList();
        services.forEach(ServiceProcess::launchLearning);
        services.forEach(ServiceProcess::awaitReady);
        Demo.main();
        services.forEach(ServiceProcess::endLearning);
        up(system);
    }

    private static void status(RunningSystem system) {
        parts(system).forEach(part -> line(part.name(), part.process()));
        Stream.of(Service.values())
                .forEach(service -> line(service.module(), system.service(service).process()));
    }

    private static List<Part> parts(RunningSystem system) {
        return system.parts().all();
    }

    private static void line(String name, ChildProcess process) {
        var state =
                process.handle()
                        .map(
                                handle ->
                                        String.format(
                                                Locale.ROOT,
                                                "running  pid %-8d %4d MB",
                                                handle.pid(),
                                                residentKilobytes(handle) / 1024))
                        .orElse("down");
        System.out.printf(Locale.ROOT, "  %-22s %s%n", name, state);
    }

    /**
     * With its children: PostgreSQL is many processes. Shared pages count once for each of them.
     */
    private static long residentKilobytes(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(one -> residentKilobytes(Path.of("/proc/" + one.pid() + "/status")))
                .sum();
    }

    private static long residentKilobytes(Path status) {
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }
}
