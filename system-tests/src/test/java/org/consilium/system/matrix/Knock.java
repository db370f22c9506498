package org.consilium.system.matrix;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.consilium.system.RunningSystem;
import org.consilium.system.rights.Edge;

/**
 * A request that shows whether somebody is let in and changes nothing when they are: what would
 * change something comes with a list where an object belongs, and without an idempotency key.
 */
final class Knock {

    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");
    private static final Set<String> CHANGES = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** How long a stream is listened to. */
    private static final Duration A_MOMENT = Duration.ofMillis(400);

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final RunningSystem system;

    Knock(RunningSystem system) {
        this.system = system;
    }

    /** What came back: its headers without the date, and its words, a PDF's too. */
    record Reply(int status, String headers, String body) {}

    Reply at(Edge edge, String path, Persona persona) {
        var address = URI.create(system.service(edge.service()).url() + path);
        var request = HttpRequest.newBuilder(address).timeout(PATIENCE);
        var bearer = persona.bearer().apply(edge.service());
        if (bearer != null) {
            request.header("Authorization", "Bearer " + bearer);
        }
        if (path.contains("/uploads")) {
            request.header("Tus-Resumable", "1.0.0");
        }
        if (persona.link() != null) {
            request.header("Upload-Link", persona.link().token());
        }
        if (edge.isByLink()) {
            byLink(edge, request);
        } else if (CHANGES.contains(edge.method())) {
            request.header("Content-Type", "application/json");
            request.method(edge.method(), BodyPublishers.ofString("[]"));
        } else {
            request.method(edge.method(), BodyPublishers.noBody());
        }
        try {
            return reply(CLIENT.send(request.build(), BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(edge.call() + " as " + persona.name(), e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Here a right form is looked at first, so it is right: an upload without a name, and a piece
     * for what is already whole.
     */
    private static void byLink(Edge edge, HttpRequest.Builder request) {
        request.header("Upload-Length", "5")
                .header("Upload-Offset", "0")
                .header("Content-Type", "application/offset+octet-stream")
                .method(edge.method(), BodyPublishers.noBody());
    }

    /** The address with the scene's ids in it; one for each document, none where there is none. */
    static List<String> paths(Edge edge, Scene scene) {
        if (!edge.path().contains("{documentId}")) {
            return List.of(filled(edge.path(), scene, 0));
        }
        return IntStream.range(0, scene.ids().getOrDefault("documentId", List.of()).size())
                .mapToObj(which -> filled(edge.path(), scene, which))
                .toList();
    }

    private static String filled(String path, Scene scene, int which) {
        return NAME.matcher(path)
                .replaceAll(
                        found -> {
                            var ids = scene.ids(path.substring(0, found.start()), found.group(1));
                            return ids.isEmpty()
                                    ? UUID.randomUUID().toString()
                                    : ids.get(Math.min(which, ids.size() - 1));
                        });
    }

    private static Reply reply(HttpResponse<InputStream> response)
            throws IOException, InterruptedException {
        var headers = new StringBuilder();
        response.headers()
                .map()
                .forEach(
                        (name, values) -> {
                            if (!name.equalsIgnoreCase("date")) {
                                headers.append(name).append(": ").append(values).append('\n');
                            }
                        });
        var type = response.headers().firstValue("Content-Type").orElse("");
        return new Reply(response.statusCode(), headers.toString(), words(type, response.body()));
    }

    private static String words(String type, InputStream body)
            throws IOException, InterruptedException {
        if (type.startsWith("text/event-stream")) {
            return listened(body);
        }
        try (body) {
            var bytes = body.readAllBytes();
            if (type.startsWith("application/pdf") && bytes.length > 0) {
                try (var pdf = Loader.loadPDF(bytes)) {
                    return new PDFTextStripper().getText(pdf);
                }
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private static String listened(InputStream stream) throws IOException, InterruptedException {
        var heard = new java.io.ByteArrayOutputStream();
        var listening =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        stream.transferTo(heard);
                                    } catch (IOException ended) {
                                        // Closed below.
                                    }
                                });
        listening.join(A_MOMENT);
        stream.close();
        return heard.toString(StandardCharsets.UTF_8);
    }
}
