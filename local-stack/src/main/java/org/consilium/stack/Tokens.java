package org.consilium.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.consilium.stack.parts.Http;

/** Real access tokens from Keycloak, kept until a minute before they end. */
public final class Tokens {

    private static final Duration MARGIN = Duration.ofMinutes(1);

    /** How long a sign-in is good for what asks for a young one, which is five minutes. */
    private static final Duration SIGNED_IN = Duration.ofMinutes(4);

    private final String issuer;
    private final Map<Map<String, String>, Kept> kept = new ConcurrentHashMap<>();

    public Tokens(String issuer) {
        this.issuer = issuer;
    }

    /** A demo user's, good for the given services; for all four when none is named. */
    public String of(String username, String... audiences) {
        return token(
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "consilium-rest",
                        "username",
                        username,
                        "password",
                        username,
                        "scope",
                        scope(audiences)));
    }

    /** A demo user's who has signed in during the last minutes, and whose token says so. */
    public String signedIn(String username, String... audiences) {
        var signIn = Map.of("sign-in", username, "scope", scope(audiences));
        return kept.compute(
                        signIn,
                        (_, old) ->
                                old != null && old.isFresh() ? old : signIn(username, audiences))
                .token;
    }

    private Kept signIn(String username, String... audiences) {
        for (int refused = 0; ; refused++) {
            try {
                var answer = new SignIn(issuer).as(username, scope(audiences));
                return new Kept(
                        Json.parse(answer).get("access_token").asText(),
                        Instant.now().plus(SIGNED_IN));
            } catch (SignIn.Refused e) {
                if (refused == 5) {
                    throw e;
                }
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
        }
    }

    /** A service's own, as {@code intake-service} asks review for events. */
    public String ofService(String clientId, String secret, String... audiences) {
        return token(
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        clientId,
                        "client_secret",
                        secret,
                        "scope",
                        scope(audiences)));
    }

    private String token(Map<String, String> request) {
        return kept.compute(
                        request, (_, old) -> old != null && old.isFresh() ? old : asked(request))
                .token;
    }

    /** Keycloak refuses a login while another one of the same person is under way. */
    private Kept asked(Map<String, String> request) {
        var answer = answer(request);
        for (int refused = 1; answer.statusCode() == 401 && refused < 5; refused++) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            answer = answer(request);
        }
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(
                    "Keycloak gives no token: " + answer.statusCode() + " " + answer.body());
        }
        return Kept.of(Json.parse(answer.body()));
    }

    private HttpResponse<String> answer(Map<String, String> request) {
        return Http.send(
                HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form(request)))
                        .build());
    }

    private static String scope(String... audiences) {
        return "openid "
                + (audiences.length == 0
                        ? "intake documents review notification"
                        : String.join(" ", audiences));
    }

    static String form(Map<String, String> request) {
        return new LinkedHashMap<>(request)
                .entrySet().stream()
                        .map(
                                field ->
                                        field.getKey()
                                                + "="
                                                + URLEncoder.encode(
                                                        field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }

    private record Kept(String token, Instant end) {

        static Kept of(JsonNode answer) {
            return new Kept(
                    answer.get("access_token").asText(),
                    Instant.now().plusSeconds(answer.get("expires_in").asLong()));
        }

        boolean isFresh() {
            return Instant.now().plus(MARGIN).isBefore(end);
        }
    }
}
