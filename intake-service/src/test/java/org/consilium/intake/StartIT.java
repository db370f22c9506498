package org.consilium.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.consilium.stack.BackingParts;
import org.consilium.stack.start.StartAttempt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged service, wrongly set up: it ends with one line, before anything of it runs. */
class StartIT {

    private static final int WRONGLY_SET_UP = 78;

    private static Map<String, String> settings;

    @BeforeAll
    static void given() {
        settings = StartAttempt.rightSettings("intake");
    }

    @ParameterizedTest
    @CsvSource({
        "SERVICE_SECRET, of-somebody-else, SERVICE_SECRET: Keycloak refuses it for the client intake-service.",
        "POSTGRES_PASSWORD, wrong, 'POSTGRES_USER, POSTGRES_PASSWORD: PostgreSQL refuses them.'",
        "POSTGRES_OWNER_PASSWORD, wrong, 'POSTGRES_OWNER, POSTGRES_OWNER_PASSWORD: PostgreSQL refuses them.'",
        "POSTGRES_DATABASE, nobodys, POSTGRES_DATABASE: there is no such database.",
        "POSTGRES_MAY_LOSE_DATA, false, POSTGRES_ADDRESS: the server has fsync=off.",
        "KAFKA_ADDRESS, , KAFKA_ADDRESS: not given.",
        "REVIEW_URL, review:8083, REVIEW_URL: no URL of http or https.",
        "QUARKUS_HTTP_LIMITS_MAX_BODY_SIZE, much, quarkus.http.limits.max-body-size"
    })
    void a_wrong_setting_is_named_with_the_rule(String setting, String value, String words)
            throws IOException, InterruptedException {
        refused(setting, value, words);
    }

    @Test
    void a_database_of_another_service_is_left_alone()
            throws SQLException, IOException, InterruptedException {
        var name = settings.get("POSTGRES_DATABASE") + "_stamped";
        var password = settings.get("POSTGRES_PASSWORD");
        BackingParts.addresses().postgres().create(name, password, password);
        try (var database = BackingParts.addresses().postgres().connect(name);
                var statement = database.createStatement()) {
            statement.execute("create table stamp as select 'documents' as service");
            statement.execute("grant select on stamp to public");
        }
        refused("POSTGRES_DATABASE", name, "POSTGRES_DATABASE: the database belongs to documents.");
    }

    @Test
    void a_realm_whose_tokens_name_another_is_not_trusted()
            throws IOException, InterruptedException {
        var realm =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var description =
                """
                {"issuer": "https://somebody-else.example", "token_endpoint": "%s/protocol/openid-connect/token"}"""
                        .formatted(settings.get("OIDC_ISSUER"))
                        .getBytes(UTF_8);
        realm.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(200, description.length);
                    exchange.getResponseBody().write(description);
                    exchange.close();
                });
        realm.start();
        refused(
                "OIDC_ISSUER",
                "http://127.0.0.1:" + realm.getAddress().getPort(),
                "and the service trusts https://somebody-else.example.");
        realm.stop(0);
    }

    /** As one does on a machine that is too busy: it is away like any other, and waited for. */
    @Test
    void a_keycloak_that_never_answers_ends_no_start() throws IOException, InterruptedException {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var other = new HashMap<>(settings);
            other.put(
                    "OIDC_ISSUER",
                    "http://127.0.0.1:%d/realms/consilium".formatted(silent.getLocalPort()));
            other.put("HTTP_PORT", "0");
            other.put("MANAGEMENT_PORT", "0");

            assertThat(StartAttempt.listens(other)).isTrue();
        }
    }

    private static void refused(String setting, String value, String words)
            throws IOException, InterruptedException {
        var other = new HashMap<>(settings);
        if (value == null) {
            other.remove(setting);
        } else {
            other.put(setting, value);
        }
        var attempt = StartAttempt.by(other);
        assertThat(attempt.reasons()).singleElement().asString().contains(words);
        assertThat(attempt.said())
                .as("a trace, a migration, a consumer")
                .doesNotContain("\tat ", "Flyway", "SRMSG");
        assertThat(attempt.status()).isEqualTo(WRONGLY_SET_UP);
    }
}
