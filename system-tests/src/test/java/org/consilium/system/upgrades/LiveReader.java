package org.consilium.system.upgrades;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.consilium.system.RunningSystem;
import org.consilium.system.Service;

/**
 * Follows a case's live stream until the opinion is delivered, and begins again where it was when
 * the stream ends before, as a browser's EventSource does.
 */
final class LiveReader {

    /** Of all readers: how often a stream ended and was taken up again. */
    static final AtomicInteger RESUMED = new AtomicInteger();

    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final RunningSystem system;
    private final String caseId;
    private final String username;
    private final Set<String> seen = new HashSet<>();
    private final CompletableFuture<Void> following;
    private String last;

    LiveReader(RunningSystem system, String caseId, String username) {
        this.system = system;
        this.caseId = caseId;
        this.username = username;
        this.following = CompletableFuture.runAsync(this::follow, THREADS);
    }

    /** Fails when what everybody else knows does not come by this stream. */
    void awaitDelivered() throws Exception {
        following.get(60, TimeUnit.SECONDS);
    }

    private void follow() {
        try {
            while (!readsDelivered()) {
                RESUMED.incrementAndGet();
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("the stream of case " + caseId + " broke", e);
        }
    }

    /** False when the stream ended before. */
    private boolean readsDelivered() throws IOException, InterruptedException {
        var answer = CLIENT.send(request(), BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("a stream was answered " + answer.statusCode());
        }
        try (var lines =
                new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                note(line);
                if (line.contains("\"state\":\"delivered\"")) {
                    return true;
                }
            }
        }
        return false;
    }

    private void note(String line) {
        if (!line.startsWith("id:")) {
            return;
        }
        last = line.substring(3).strip();
        if (!seen.add(last)) {
            throw new IllegalStateException("case " + caseId + " was told of " + last + " twice");
        }
    }

    private HttpRequest request() {
        var address = system.service(Service.INTAKE).url() + "/api/cases/" + caseId + "/stream";
        var request =
                HttpRequest.newBuilder(URI.create(address))
                        .timeout(Duration.ofSeconds(60))
                        .header("Accept", "text/event-stream")
                        .header("Authorization", "Bearer " + system.tokens().of(username));
        return (last == null ? request : request.header("Last-Event-ID", last)).build();
    }
}
