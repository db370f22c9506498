package org.consilium.kit.probe;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.consilium.kit.events.Envelope;

/** Review's event log over HTTP, for a probe that missed something of it; documents is silent. */
public final class ReviewStandIn implements QuarkusTestResourceLifecycleManager {

    /** By case; shared over class loaders, because Quarkus loads the test twice. */
    private static Map<Object, Object> logs() {
        return System.getProperties();
    }

    private static final String FAILS = "fails";

    private HttpServer server;

    /** Its backlog takes connections, and nobody ever comes for them. */
    private ServerSocket silent;

    public static void knows(Envelope... envelopes) {
        var json = new StringBuilder("[");
        for (var envelope : envelopes) {
            json.append(json.length() == 1 ? "" : ",").append(json(envelope));
        }
        logs().put("review-log-" + envelopes[0].caseId(), json.append("]").toString());
    }

    public static void fails(UUID caseId) {
        logs().put("review-log-" + caseId, FAILS);
    }

    /** With which token the case's log was asked for the last time. */
    public static String tokenOfLastQuestion(UUID caseId) {
        return (String) logs().get("review-token-" + caseId);
    }

    @Override
    public Map<String, String> start() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/internal/cases/", ReviewStandIn::answer);
        server.start();
        return Map.of(
                "REVIEW_URL", "http://127.0.0.1:" + server.getAddress().getPort(),
                "DOCUMENTS_URL", "http://127.0.0.1:" + silent.getLocalPort());
    }

    @Override
    public void stop() {
        server.stop(0);
        try {
            silent.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** After the address of nobody that the backing parts give. */
    @Override
    public int order() {
        return 10;
    }

    private static void answer(HttpExchange exchange) throws IOException {
        var caseId = exchange.getRequestURI().getPath().split("/")[3];
        var log = (String) logs().getOrDefault("review-log-" + caseId, "[]");
        var bytes = log.getBytes(StandardCharsets.UTF_8);
        var token = exchange.getRequestHeaders().getFirst("Authorization");
        logs().put("review-token-" + caseId, token.replace("Bearer ", ""));
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(log.equals(FAILS) ? 500 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String json(Envelope e) {
        var data = e.data().replace("\\", "\\\\").replace("\"", "\\\"");
        return """
        {"id":"%s","source":"%s","type":"%s","caseId":"%s","seq":%d,"actor":"%s","time":"%s","data":"%s"}"""
                .formatted(
                        e.id(),
                        e.source(),
                        e.type(),
                        e.caseId(),
                        e.seq(),
                        e.actor(),
                        e.time(),
                        data);
    }
}
