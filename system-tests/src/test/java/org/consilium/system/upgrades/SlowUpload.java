package org.consilium.system.upgrades;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.consilium.system.RunningSystem;
import org.consilium.system.Service;
import org.consilium.system.demo.DemoFile;

/** A file over a slow line: one request that outlasts the time a pod has before its signal. */
final class SlowUpload {

    private static final int PORTIONS = 24;
    private static final Duration BETWEEN = Duration.ofMillis(500);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final RunningSystem system;
    private final String username;

    SlowUpload(RunningSystem system, String username) {
        this.system = system;
        this.username = username;
    }

    void send(String caseId, DemoFile file) throws IOException, InterruptedException {
        var uploads = "/api/documents/cases/" + caseId + "/uploads";
        var created =
                sent(
                        request(URI.create(url() + uploads))
                                .header("Upload-Length", Integer.toString(file.bytes().length))
                                .header("Upload-Metadata", metadata(file))
                                .POST(BodyPublishers.noBody()),
                        201);
        var place = created.headers().firstValue("Location").orElseThrow();
        sent(
                request(URI.create(url()).resolve(place))
                        .header("Upload-Offset", "0")
                        .header("Content-Type", "application/offset+octet-stream")
                        .method("PATCH", slowly(file.bytes())),
                204);
    }

    private HttpResponse<String> sent(HttpRequest.Builder request, int expected)
            throws IOException, InterruptedException {
        var answer = CLIENT.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != expected) {
            throw new IllegalStateException(
                    "a slow upload was answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }

    private HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(90))
                .header("Authorization", "Bearer " + system.tokens().of(username))
                .header("Tus-Resumable", "1.0.0");
    }

    private String url() {
        return system.service(Service.DOCUMENTS).url();
    }

    private static BodyPublisher slowly(byte[] bytes) {
        return BodyPublishers.fromPublisher(
                BodyPublishers.ofInputStream(() -> new Slow(bytes)), bytes.length);
    }

    private static String metadata(DemoFile file) {
        return Map.of(
                        "filename", file.fileName(),
                        "kind", file.kind(),
                        "clinicalDate", file.clinicalDate().toString(),
                        "language", file.language())
                .entrySet()
                .stream()
                .map(entry -> entry.getKey() + " " + encoded(entry.getValue()))
                .collect(Collectors.joining(","));
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Gives its bytes in portions, with a pause before each. */
    private static final class Slow extends InputStream {

        private final byte[] bytes;
        private int at;

        Slow(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (at == bytes.length) {
                return -1;
            }
            LockSupport.parkNanos(BETWEEN.toNanos());
            var portion = Math.min(length, bytes.length / PORTIONS + 1);
            var part = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + portion));
            System.arraycopy(part, 0, into, offset, part.length);
            at += part.length;
            return part.length;
        }
    }
}
