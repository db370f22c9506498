package org.consilium.review.world;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Intake as far as review asks it: the words of a case and of its programme. */
public final class IntakeStub implements QuarkusTestResourceLifecycleManager {

    private static final String PROGRAMME =
            """
            {"id":"family-abroad","version":1,
             "name":{"en":"Family abroad","ur":"بیرونِ ملک خاندان"},
             "opinionForm":{"sections":[
               {"code":"diagnosis-correct","loinc":"29548-5",
                "label":{"en":"Is the diagnosis correct?","ur":"کیا تشخیص درست ہے؟"}},
               {"code":"treatment-appropriate","loinc":"62385-0",
                "label":{"en":"Is the treatment appropriate?","ur":"کیا علاج مناسب ہے؟"}}],
              "axes":["diagnosis","treatment-plan"],
              "forServices":{"lab-results-explained":{"sections":[
                {"code":"results-together","loinc":"30954-2",
                 "label":{"en":"What the results say together","ur":"سب نتائج مل کر کیا بتاتے ہیں"}}]}}}}""";

    private static final Queue<Runnable> MEANWHILE = new ConcurrentLinkedQueue<>();

    private static volatile int answers = 200;
    private static volatile String lastToken;

    private HttpServer server;

    /** Until {@link #back()} every question is answered with 503. */
    public static void goesAway() {
        answers = 503;
    }

    /** Until {@link #back()} every question is answered with 401. */
    public static void takesNoToken() {
        answers = 401;
    }

    public static void back() {
        answers = 200;
    }

    /** Once, while the next question is being answered. */
    public static void meanwhile(Runnable step) {
        // What the test uses to send its requests looks for its parts in the test's class loader.
        var loader = Thread.currentThread().getContextClassLoader();
        MEANWHILE.add(
                () -> {
                    Thread.currentThread().setContextClassLoader(loader);
                    step.run();
                });
    }

    /** In whose name it was asked last. */
    public static String lastToken() {
        return lastToken;
    }

    @Override
    public Map<String, String> start() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/api/cases/", exchange -> answer(exchange, caseWords(exchange)));
        server.createContext("/api/programmes/", exchange -> answer(exchange, PROGRAMME));
        server.start();
        var url = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of(
                "quarkus.rest-client.intake.url",
                url,
                // What a test does meanwhile takes its time on a busy machine.
                "quarkus.rest-client.intake.read-timeout",
                "60000");
    }

    private static String caseWords(HttpExchange exchange) {
        var path = exchange.getRequestURI().getPath();
        var caseId = path.substring(path.lastIndexOf('/') + 1);
        return """
            {"caseId":"%s","reference":"C-7KQ4-29","language":"en",
             "patient":{"givenName":"Yusuf","familyName":"Khan","birthYear":1958,"language":"ur"},
             "questions":[{"id":"%s","text":"Is the operation necessary?","bankCode":null}]}"""
                .formatted(caseId, World.QUESTION);
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        Optional.ofNullable(MEANWHILE.poll()).ifPresent(Runnable::run);
        lastToken = exchange.getRequestHeaders().getFirst("Authorization");
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answers, bytes.length);
        try (var body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
