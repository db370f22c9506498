package org.consilium.system.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.consilium.stack.Tokens;
import org.consilium.system.RunningSystem;
import org.consilium.system.Service;

/** Somebody who uses the system over HTTP with a token of their own, as any REST client would. */
public final class Person {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    private final RunningSystem system;
    private final Tokens tokens;
    private final String username;

    Person(RunningSystem system, Tokens tokens, String username) {
        this.system = system;
        this.tokens = tokens;
        this.username = username;
    }

    public String name() {
        return username;
    }

    public String address() {
        return username + "@consilium.example";
    }

    public Answer get(Service service, String path) {
        return send(request(service, path).GET());
    }

    /** With a new idempotency key. */
    public Answer post(Service service, String path, Object body) {
        return post(service, path, body, UUID.randomUUID().toString());
    }

    public Answer post(Service service, String path, Object body, String idempotencyKey) {
        return send(
                json(request(service, path), body)
                        .header("Idempotency-Key", idempotencyKey)
                        .POST(BodyPublishers.ofString(Json.write(body))));
    }

    /** The same by somebody who has signed in just now. */
    public Answer postSignedIn(Service service, String path, Object body) {
        var address = URI.create(system.service(service).url() + path);
        return send(
                HttpRequest.newBuilder(address)
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + tokens.signedIn(username))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(Json.write(body))));
    }

    public Answer delete(Service service, String path) {
        return send(request(service, path).DELETE());
    }

    /** Changes what it has read: the version goes along. */
    public Answer put(Service service, String path, Object body, String version) {
        var request =
                json(request(service, path), body).PUT(BodyPublishers.ofString(Json.write(body)));
        return send(version == null ? request : request.header("If-Match", version));
    }

    /** Uploads by tus in pieces, as a browser does, and returns the document's id. */
    public String upload(String caseId, byte[] file, Map<String, String> particulars) {
        return new TusUpload(this, caseId, particulars).send(file).id();
    }

    /** The same in one piece. */
    public String uploadAtOnce(String caseId, byte[] file, Map<String, String> particulars) {
        return new TusUpload(this, caseId, particulars).sendAtOnce(file).id();
    }

    /** Server-sent events, line by line as they come, until the stream is closed. */
    public Stream<String> follow(Service service, String path, String lastEventId) {
        var request = request(service, path).header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofLines()).body();
        } catch (IOException e) {
            throw new NoAnswer(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpRequest.Builder request(Service service, String path) {
        return authorised(URI.create(system.service(service).url() + path));
    }

    HttpRequest.Builder authorised(URI address) {
        return HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + tokens.of(username));
    }

    Answer send(HttpRequest.Builder request) {
        return answered(request);
    }

    static Answer answered(HttpRequest.Builder request) {
        try {
            return new Answer(CLIENT.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new NoAnswer(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest.Builder json(HttpRequest.Builder request, Object body) {
        return body == null ? request : request.header("Content-Type", "application/json");
    }

    /** The service was not there, or went away before it answered: the outcome is unknown. */
    public static final class NoAnswer extends RuntimeException {
        NoAnswer(IOException cause) {
            super(cause);
        }
    }

    /** What came back. */
    public static final class Answer {

        private final HttpResponse<byte[]> response;

        Answer(HttpResponse<byte[]> response) {
            this.response = response;
        }

        public int status() {
            return response.statusCode();
        }

        public byte[] bytes() {
            return response.body();
        }

        public JsonNode body() {
            return Json.read(response.body());
        }

        /** Null when there is none. */
        public String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        /**
         * This answer, if it has the status.
         *
         * @throws IllegalStateException with what came instead
         */
        public Answer expect(int status) {
            if (status() != status) {
                throw new IllegalStateException(
                        "%s %s answered %d, not %d: %s"
                                .formatted(
                                        response.request().method(),
                                        response.request().uri().getPath(),
                                        status(),
                                        status,
                                        new String(
                                                bytes(), java.nio.charset.StandardCharsets.UTF_8)));
            }
            return this;
        }
    }
}
