package org.consilium.kit.start;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * Asks Keycloak for its realm and for a token. When it is away nothing is wrong: services start
 * without it, and what it could have told is found out by the first request.
 */
final class KeycloakCheck {

    private static final int CONNECTS_WITHIN_MS = 2_000;
    private static final int ANSWERS_WITHIN_MS = 5_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Settings settings;
    private final Clock clock;

    KeycloakCheck(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** A line when it could not be asked. */
    Optional<String> run() {
        try {
            var realm =
                    ask(
                            settings.value("quarkus.oidc.auth-server-url")
                                    + "/.well-known/openid-configuration",
                            Optional.empty());
            if (!realm.isKeycloaks()) {
                return notAsked("status " + realm.status());
            }
            realm.judgeRealm(settings.clockSkewLimit());
            var token = ask(realm.body().path("token_endpoint").asText(), Optional.of(whoWeAre()));
            token.judgeSecret(settings.service());
            KeycloakSays.judgeIssuer(
                    issuer(token.body().path("access_token").asText()),
                    settings.optional("quarkus.oidc.token.issuer")
                            .orElse(realm.body().path("issuer").asText()));
            return Optional.empty();
        } catch (IOException e) {
            return notAsked(e.getClass().getSimpleName());
        }
    }

    private Optional<String> notAsked(String why) {
        return Optional.of(
                settings.service()
                        + " starts without having asked Keycloak for realm, secret, issuer and time: "
                        + why);
    }

    private String whoWeAre() {
        return "grant_type=client_credentials&client_id="
                + URLEncoder.encode(settings.service(), UTF_8)
                + "&client_secret="
                + URLEncoder.encode(
                        settings.value("quarkus.oidc-client.credentials.secret"), UTF_8);
    }

    private KeycloakSays ask(String url, Optional<String> form) throws IOException {
        var connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
        connection.setConnectTimeout(CONNECTS_WITHIN_MS);
        connection.setReadTimeout(ANSWERS_WITHIN_MS);
        var asked = clock.instant();
        if (form.isPresent()) {
            connection.setDoOutput(true);
            connection.getOutputStream().write(form.get().getBytes(UTF_8));
        }
        var status = connection.getResponseCode();
        var answered = clock.instant();
        try (var body = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return new KeycloakSays(
                    status,
                    body == null ? MissingNode.getInstance() : json(body.readAllBytes()),
                    skew(connection.getDate(), asked, answered));
        }
    }

    private static Duration skew(long date, Instant asked, Instant answered) {
        return date == 0
                ? Duration.ZERO
                : Skew.atLeast(asked, answered, Instant.ofEpochMilli(date), Duration.ofSeconds(1));
    }

    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    /** Nothing is trusted by it, so nothing is verified. */
    static Optional<String> issuer(String token) {
        var parts = token.split("\\.");
        return parts.length < 2
                ? Optional.empty()
                : Optional.of(json(Base64.getUrlDecoder().decode(parts[1])).path("iss").asText());
    }
}
