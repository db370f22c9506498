package org.consilium.system.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.consilium.system.RunningSystem;
import org.consilium.system.Service;
import org.consilium.system.story.People;
import org.consilium.system.story.Person;

/**
 * Clients that open cases one after the other. A request whose outcome is unknown is sent again
 * with its idempotency key until it is answered, as a good client does.
 */
final class Writers implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Person amina;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final List<Future<?>> writing = new ArrayList<>();
    private final Map<String, String> caseByKey = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    private Writers(Person amina) {
        this.amina = amina;
    }

    static Writers start(RunningSystem system) {
        var writers = new Writers(new People(system).named("amina"));
        for (int i = 0; i < 4; i++) {
            writers.writing.add(writers.threads.submit(writers::write));
        }
        return writers;
    }

    @Override
    public void close() {
        finish();
    }

    /**
     * Ends when every request has its answer.
     *
     * @throws IllegalStateException when one was refused, or stayed without an answer
     */
    void finish() {
        stopping = true;
        threads.shutdown();
        try {
            for (var writer : writing) {
                writer.get(60, TimeUnit.SECONDS);
            }
        } catch (ExecutionException | TimeoutException | InterruptedException e) {
            throw new IllegalStateException("a writer did not end well", e);
        }
    }

    /** The cases whose opening was answered, by idempotency key. */
    Map<String, String> acknowledged() {
        return Map.copyOf(caseByKey);
    }

    boolean haveWritten(int cases) {
        return caseByKey.size() >= cases;
    }

    private void write() {
        while (!stopping) {
            var key = UUID.randomUUID().toString();
            var screening =
                    answered("/api/screenings", FamilyCase.screening(), key)
                            .at("/screeningId")
                            .asText();
            var opened = answered("/api/cases", FamilyCase.opening(screening), "case-" + key);
            caseByKey.put(key, opened.at("/caseId").asText());
            pause();
        }
    }

    private JsonNode answered(String path, Object body, String key) {
        while (true) {
            try {
                var answer = amina.post(Service.INTAKE, path, body, key);
                if (answer.status() < 300) {
                    return answer.body();
                }
                if (answer.status() < 500 && answer.status() != 409) {
                    throw new IllegalStateException(
                            path + " refused: " + answer.status() + " " + answer.body());
                }
            } catch (Person.NoAnswer unknownOutcome) {
                // Sent again with the same key.
            }
            pause();
        }
    }

    private static void pause() {
        LockSupport.parkNanos(PAUSE.toNanos());
    }
}
