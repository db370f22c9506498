package org.consilium.intake.world;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** One person's open stream of a case, read as a browser reads it. */
public final class Stream implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpResponse<InputStream> answer;
    private volatile boolean over;

    /** {@code name}: timeline or state. */
    public record Event(String id, String name, JsonNode data) {
        public String code() {
            return data.path("code").asText();
        }
    }

    /** {@code base}: of any replica; {@code lastEventId}: null to begin now. */
    public static Stream open(Person reader, String base, FamilyCase story, String lastEventId) {
        return new Stream(reader, base + story.path("/stream"), lastEventId);
    }

    private Stream(Person reader, String address, String lastEventId) {
        var request =
                HttpRequest.newBuilder(URI.create(address))
                        .header("Authorization", "Bearer " + reader.token())
                        .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            answer = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        Thread.ofVirtual().start(this::read);
    }

    public int status() {
        return answer.statusCode();
    }

    public String header(String name) {
        return answer.headers().firstValue(name).orElse(null);
    }

    public List<Event> events() {
        return List.copyOf(events);
    }

    public List<String> codes() {
        return events.stream().filter(e -> e.name().equals("timeline")).map(Event::code).toList();
    }

    public String lastId() {
        return events.getLast().id();
    }

    public boolean over() {
        return over;
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** As a lost connection looks to the service. */
    @Override
    public void close() {
        client.shutdownNow();
    }

    private void read() {
        try (var reader =
                new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            var block = new StringBuilder();
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
                if (line.isEmpty()) {
                    take(block.toString());
                    block.setLength(0);
                } else {
                    block.append(line).append('\n');
                }
            }
        } catch (IOException e) {
            lines.add(": cut off");
        } finally {
            over = true;
        }
    }

    private void take(String block) throws JsonProcessingException {
        String id = null;
        String name = null;
        JsonNode data = null;
        for (var line : block.split("\n", -1)) {
            if (line.startsWith("id:")) {
                id = line.substring(3).strip();
            } else if (line.startsWith("event:")) {
                name = line.substring(6).strip();
            } else if (line.startsWith("data:")) {
                data = JSON.readTree(line.substring(5));
            }
        }
        if (data != null) {
            events.add(new Event(id, name, data));
        }
    }
}
