package org.consilium.intake.world;

import static java.util.concurrent.TimeUnit.MINUTES;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** The packaged service as a process of its own, which can be killed. */
public record Replica(Process process, List<String> output) {

    /** Kafka gives a killed consumer's partitions away after ten seconds otherwise. */
    private static final String KILLED_IS_SEEN_SOON =
            "-Dmp.messaging.connector.smallrye-kafka.session.timeout.ms=6000";

    private static final String JAR = "target/quarkus-app/quarkus-run.jar";

    /** Returns once it listens. */
    public static Replica start(Map<String, String> environment) {
        try {
            var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            var command =
                    new ProcessBuilder(
                            java,
                            "-Xmx256m",
                            "-XX:TieredStopAtLevel=1",
                            KILLED_IS_SEEN_SOON,
                            "-jar",
                            JAR);
            command.environment().put("LOG_JSON", "false");
            command.environment().put("POSTGRES_MAY_LOSE_DATA", "true");
            command.environment().putAll(environment);
            command.redirectErrorStream(true);
            var process = command.start();
            var replica = new Replica(process, new CopyOnWriteArrayList<>());
            replica.listening().get(2, MINUTES);
            return replica;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException("the replica does not start", e);
        }
    }

    /** Where it listens. */
    public String address() {
        var listening = output.stream().filter(line -> line.contains("Listening on")).findFirst();
        return listening.orElseThrow().replaceFirst(".*Listening on: (\\S+?)\\.?( .*)?$", "$1");
    }

    /** As Kubernetes does before an upgrade. */
    public void stop() {
        process.destroy();
        process.onExit().join();
    }

    /** As kill -9 does. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Its output is read to the end, or it would stop when nobody takes it. */
    private CompletableFuture<Boolean> listening() {
        var listening = new CompletableFuture<Boolean>();
        Thread.ofVirtual()
                .start(
                        () ->
                                lines().lines()
                                        .forEach(
                                                line -> {
                                                    output.add(line);
                                                    if (line.contains("Listening on")) {
                                                        listening.complete(true);
                                                    }
                                                }));
        var _ =
                process.onExit()
                        .thenAccept(
                                gone ->
                                        listening.completeExceptionally(
                                                new IllegalStateException(
                                                        "exit " + gone.exitValue())));
        return listening;
    }

    private BufferedReader lines() {
        return new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }
}
