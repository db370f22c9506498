package org.consilium.system.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.consilium.system.RunningSystem;
import org.consilium.system.Service;

/** Somebody without an account uploads by a link. */
final class Bedside {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final URI uploads;
    private final String link;

    Bedside(RunningSystem system, String link) {
        this.uploads =
                URI.create(system.service(Service.DOCUMENTS).url() + "/api/documents/link/uploads");
        this.link = link;
    }

    /** The id of what was sent, to its last byte. */
    String sends(String fileName, String content) {
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        var begun =
                sent(
                        request(uploads)
                                .header("Upload-Length", Integer.toString(bytes.length))
                                .header(
                                        "Upload-Metadata",
                                        "filename " + coded(fileName) + ",kind " + coded("11502-2"))
                                .POST(BodyPublishers.noBody()),
                        201);
        var upload = uploads.resolve(begun.headers().firstValue("Location").orElseThrow());
        sent(
                request(upload)
                        .header("Upload-Offset", "0")
                        .header("Content-Type", "application/offset+octet-stream")
                        .method("PATCH", BodyPublishers.ofByteArray(bytes)),
                204);
        return upload.getPath().substring(upload.getPath().lastIndexOf('/') + 1);
    }

    private HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address)
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Link", link);
    }

    private static HttpResponse<String> sent(HttpRequest.Builder request, int expected) {
        try {
            var answer = CLIENT.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() != expected) {
                throw new IllegalStateException(answer + ": " + answer.body());
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String coded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
