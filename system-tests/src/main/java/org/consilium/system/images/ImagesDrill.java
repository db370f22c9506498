package org.consilium.system.images;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.consilium.stack.Ports;
import org.consilium.stack.parts.PostgresServer;
import org.consilium.stack.parts.Workspace;
import org.consilium.stack.seals.Seals;

/**
 * {@code make images-drill}: our images by a real engine, beside a PostgreSQL of the local stack,
 * with Kafka, Keycloak and the rest away. Prints a row of a table for each service; what is not as
 * it should be ends it with an error.
 */
public final class ImagesDrill {

    private static final String SECRET = "for-the-drill-and-for-nothing-else";
    private static final String NOWHERE = "127.0.0.1:1";
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(15);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(60);

    private final List<String> engine = List.of(System.getProperty("engine", "podman").split(" "));
    private final Path directory = Workspace.root().resolve(".local/images-drill");
    private final PostgresServer postgres =
            new PostgresServer(directory.resolve("postgres"), Ports.freePort(), SECRET, true);

    private ImagesDrill() {}

    /**
     * Needs the images ({@code make images}).
     *
     * @param services such as {@code intake}; all four when none is named
     */
    public static void main(String... services) throws IOException {
        new ImagesDrill()
                .run(
                        services.length == 0
                                ? List.of("intake", "documents", "review", "notification")
                                : Arrays.asList(services));
    }

    private void run(List<String> services) throws IOException {
        Files.createDirectories(directory);
        postgres.start();
        try {
            for (var service : services) {
                postgres.databases().create(service, SECRET, SECRET);
            }
            System.out.println(
                    "| service | CPU to ready, learned | without the cache | resident | end after SIGTERM |");
            System.out.println("| --- | --- | --- | --- | --- |");
            for (var service : services) {
                System.out.println(drilled(service));
            }
        } finally {
            postgres.stop();
        }
    }

    /** The first start migrates, so the two that are compared come after it. */
    private String drilled(String service) throws IOException {
        var settings = settings(service);
        started(service, settings, container -> 0.0);
        settings.put("JAVA_TOOL_OPTIONS", "-XX:AOTMode=off");
        double plain = started(service, settings, Container::cpuSeconds);
        settings.remove("JAVA_TOOL_OPTIONS");
        var container = container(service, settings);
        try {
            double learned = container.cpuSeconds();
            hold(container);
            var resident = Long.parseLong(container.status("VmRSS").replaceAll("\\D", "")) / 1024;
            var end = end(container, Integer.parseInt(settings.get("HTTP_PORT")));
            return "| %s | %.1f s | %.1f s | %d MB | %s |"
                    .formatted(service, learned, plain, resident, end);
        } finally {
            container.remove();
        }
    }

    /** What nobody but an engine can show. */
    private static void hold(Container container) {
        must(container.mapsItsCache(), "the cache that was learned is not taken");
        must(container.status("Uid").startsWith("10001\t10001"), "it does not run as nobody");
        must(container.status("CapEff").equals("0000000000000000"), "it has capabilities");
        must(container.status("NoNewPrivs").equals("1"), "it may get privileges");
        must(!container.mayWrite("/app/x"), "it may write to its image");
        must(container.mayWrite("/tmp/x"), "it may not write to /tmp");
    }

    /** A request of which half was sent at the signal has its answer, and then the JVM ends. */
    private static String end(Container container, int port) throws IOException {
        try (var request = new Socket(InetAddress.getLoopbackAddress(), port)) {
            request.setSoTimeout((int) STOPS_WITHIN.toMillis());
            write(request, "GET /api/cases HTTP/1.1\r\nHost: drill\r\n");
            pause(Duration.ofSeconds(1));
            long signalled = System.nanoTime();
            var ended = CompletableFuture.supplyAsync(() -> container.stop(STOPS_WITHIN));
            pause(Duration.ofSeconds(1));
            write(request, "Connection: close\r\n\r\n");
            var answer = new String(request.getInputStream().readAllBytes(), US_ASCII);
            must(answer.startsWith("HTTP/1.1 "), "a request under way had no answer");
            int code = ended.join();
            must(code == 143 || code == 0, "it had to be killed, or failed: " + code);
            return "%s after the signal, then %d after %d s"
                    .formatted(
                            answer.substring(9, 12),
                            code,
                            Duration.ofNanos(System.nanoTime() - signalled).toSeconds());
        }
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(US_ASCII));
        socket.getOutputStream().flush();
    }

    private double started(
            String service, Map<String, String> settings, ToDoubleFunction<Container> figure)
            throws IOException {
        var container = container(service, settings);
        try {
            double found = figure.applyAsDouble(container);
            container.stop(STOPS_WITHIN);
            return found;
        } finally {
            container.remove();
        }
    }

    private Container container(String service, Map<String, String> settings) throws IOException {
        var container = new Container(engine, "consilium-drill", service);
        container.remove();
        container.start(
                "consilium/" + service + "-service:" + Built.version(), settings, secrets());
        container.awaitReady(STARTS_WITHIN);
        return container;
    }

    private Path secrets() throws IOException {
        var secrets = Files.createDirectories(directory.resolve("secrets"));
        for (var name :
                List.of(
                        "POSTGRES_PASSWORD",
                        "POSTGRES_OWNER_PASSWORD",
                        "SERVICE_SECRET",
                        "NOTIFICATION_SECRET",
                        "LETTER_SEAL_PASSWORD",
                        "S3_SECRET_KEY")) {
            Files.writeString(secrets.resolve(name), SECRET);
        }
        Files.writeString(secrets.resolve("LETTER_SEAL_KEYSTORE"), Seals.made(SECRET));
        return secrets;
    }

    private Map<String, String> settings(String service) {
        var settings = new HashMap<String, String>();
        settings.put("HTTP_PORT", Integer.toString(Ports.freePort()));
        settings.put("MANAGEMENT_PORT", Integer.toString(Ports.freePort()));
        settings.put("LOG_JSON", "false");
        settings.put("POSTGRES_ADDRESS", postgres.address());
        settings.put("POSTGRES_DATABASE", service);
        settings.put("POSTGRES_USER", service);
        settings.put("POSTGRES_OWNER", service + "_owner");
        settings.put("KAFKA_ADDRESS", NOWHERE);
        settings.put("CLAMD_ADDRESS", NOWHERE);
        settings.put("OIDC_ISSUER", "http://" + NOWHERE + "/realms/consilium");
        settings.put("S3_ENDPOINT", "http://" + NOWHERE);
        settings.put("S3_REGION", "none");
        settings.put("S3_ACCESS_KEY", "none");
        settings.put("SMTP_HOST", "127.0.0.1");
        settings.put("SMTP_PORT", "1");
        for (var peer : List.of("INTAKE", "DOCUMENTS", "REVIEW", "NOTIFICATION")) {
            settings.put(peer + "_URL", "http://" + NOWHERE);
        }
        return settings;
    }

    private static void must(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }

    private static void pause(Duration length) {
        try {
            TimeUnit.NANOSECONDS.sleep(length.toNanos());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
