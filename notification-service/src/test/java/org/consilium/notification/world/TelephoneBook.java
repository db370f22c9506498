package org.consilium.notification.world;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Stands where Keycloak's administration does, and knows a telephone number for everybody. */
public final class TelephoneBook implements BeforeAllCallback, AfterAllCallback {

    public static final String NUMBER = "+923001234567";

    private int classesInside;
    private HttpServer server;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        if (classesInside++ > 0) {
            return;
        }
        int port = Integer.getInteger(NotificationSettings.DIRECTORY_PORT);
        server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", TelephoneBook::answer);
        server.start();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (--classesInside == 0) {
            server.stop(0);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var body = path.contains("/roles/") ? "[]" : user(path.replaceFirst(".*/", ""));
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String user(String id) {
        return """
               {"id": "%s", "enabled": true, "email": "somebody@consilium.example",
                "attributes": {"phone": ["%s"], "locale": ["en"]}}"""
                .formatted(id, NUMBER);
    }
}
