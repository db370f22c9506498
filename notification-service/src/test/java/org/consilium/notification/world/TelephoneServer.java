package org.consilium.notification.world;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What the service takes for its SMS gateway and for Meta's Cloud API: a server in a mood. */
public final class TelephoneServer implements BeforeEachCallback, AfterEachCallback {

    /** How it treats what it is handed. */
    public enum Mood {
        TAKES(200),
        TOO_MANY(429),
        KNOWS_NOT_OUR_TOKEN(401),
        CLOSED_FOR_NOW(503),
        REFUSES(400),
        BREAKS_DOWN(500),
        FALLS_SILENT(0),
        HANGS_UP(0);

        private final int status;

        Mood(int status) {
            this.status = status;
        }
    }

    /** One message it was handed, whole. */
    public record Handed(String path, String authorization, String body) {

        public JsonObject json() {
            return new JsonObject(body);
        }
    }

    private final List<Handed> handed = new CopyOnWriteArrayList<>();
    private volatile Mood mood = Mood.TAKES;
    private volatile CountDownLatch silence = new CountDownLatch(1);
    private HttpServer server;

    @Override
    public void beforeEach(ExtensionContext context) {
        handed.clear();
        mood = Mood.TAKES;
        silence = new CountDownLatch(1);
        open();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        shut();
    }

    public void be(Mood next) {
        mood = next;
    }

    /** Nobody listens any more: connections are refused. */
    public void shut() {
        silence.countDown();
        server.stop(0);
    }

    public void open() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port()), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    /** What it was handed about a case, whatever it answered. */
    public List<Handed> handedAbout(Story story) {
        return handed.stream().filter(one -> one.body().contains(story.reference())).toList();
    }

    private static int port() {
        return Integer.getInteger(NotificationSettings.TELEPHONE_PORT);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            handed.add(
                    new Handed(
                            exchange.getRequestURI().getPath(),
                            exchange.getRequestHeaders().getFirst("Authorization"),
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8)));
            answer(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange) throws IOException, InterruptedException {
        switch (mood) {
            case FALLS_SILENT -> silence.await();
            case HANGS_UP -> {}
            case TOO_MANY -> {
                exchange.getResponseHeaders().set("Retry-After", "4");
                exchange.sendResponseHeaders(mood.status, -1);
            }
            default -> exchange.sendResponseHeaders(mood.status, -1);
        }
    }
}
