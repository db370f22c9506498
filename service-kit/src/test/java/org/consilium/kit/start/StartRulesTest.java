package org.consilium.kit.start;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartRulesTest {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    @Nested
    class A_setting {

        @Test
        void without_a_default_is_given_and_all_that_are_missing_are_named_at_once() {
            refused(
                    StartRule.GIVEN,
                    () -> settings(Map.of("SHOP_URL", "https://shop.example")).judge(),
                    "DB_PASSWORD, HTTP_PORT: not given.");
        }

        @Test
        void that_is_blank_is_not_given() {
            refused(
                    StartRule.GIVEN,
                    () -> settings(Map.of("DB_PASSWORD", " ", "HTTP_PORT", "1")).judge(),
                    "DB_PASSWORD: not given.");
        }

        @Test
        void with_a_default_is_looked_at_when_it_is_given() {
            refused(
                    StartRule.READABLE,
                    () ->
                            settings(
                                            Map.of(
                                                    "DB_PASSWORD", "x",
                                                    "HTTP_PORT", "80",
                                                    "SHOP_URL", "swordfish"))
                                    .judge(),
                    "SHOP_URL: no URL of http or https.");
        }

        @ParameterizedTest
        @CsvSource({
            "KAFKA_ADDRESS, kafka:9092",
            "KAFKA_ADDRESS, 'a:9092,b:9092'",
            "POSTGRES_ADDRESS, postgres-rw",
            "POSTGRES_ADDRESS, [::1]:5432",
            "HTTP_PORT, 0",
            "WEB_URL, https://consilium.example/cases/{caseId}",
            "OIDC_ISSUER, http://localhost:8180/realms/consilium",
            "POSTGRES_PASSWORD, http",
        })
        void is_readable(String name, String value) {
            assertThat(Shape.wrongIn(name, value)).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "KAFKA_ADDRESS, http://kafka:9092",
            "KAFKA_ADDRESS, 'a:9092,'",
            "POSTGRES_ADDRESS, postgres:port",
            "HTTP_PORT, eighty",
            "HTTP_PORT, 70000",
            "OIDC_ISSUER, localhost:8180/realms/consilium",
            "S3_ENDPOINT, s3.example",
        })
        void is_not_readable(String name, String value) {
            assertThat(Shape.wrongIn(name, value))
                    .hasValueSatisfying(wrong -> assertThat(wrong).doesNotContain(value));
        }
    }

    @Nested
    class A_fail_point {

        @Test
        void is_refused_where_data_is_kept() {
            refused(
                    StartRule.NO_FAIL_POINTS,
                    () -> with("relay.after-ack=halt", "false").judgeFailPoints(),
                    "FAIL_POINTS: given outside of a test.");
        }

        @ParameterizedTest
        @CsvSource({"relay.after-ack=halt, true", "'', false"})
        void is_a_tests_or_is_none(String failPoints, String mayLoseData) {
            assertThatCode(() -> with(failPoints, mayLoseData).judgeFailPoints())
                    .doesNotThrowAnyException();
        }

        private static Settings with(String failPoints, String mayLoseData) {
            return settings(
                    Map.of(
                            "FAIL_POINTS", failPoints,
                            "consilium.start.database-may-lose-data", mayLoseData));
        }
    }

    @Nested
    class A_database {

        @Test
        void of_another_service_is_refused() {
            refused(
                    StartRule.DATABASE_IS_OURS,
                    () -> database("documents", "on", Duration.ZERO, false),
                    "POSTGRES_DATABASE: the database belongs to documents.");
        }

        @Test
        void that_was_never_used_is_taken() {
            assertThatCode(() -> database(null, "on", Duration.ZERO, false))
                    .doesNotThrowAnyException();
        }

        @Test
        void that_forgets_is_refused_unless_it_may() {
            refused(
                    StartRule.DATABASE_KEEPS,
                    () -> database("intake", "off", Duration.ZERO, false),
                    "the server has fsync=off.");
            assertThatCode(() -> database("intake", "off", Duration.ZERO, true))
                    .doesNotThrowAnyException();
        }

        @Test
        void whose_clock_is_another_is_refused() {
            refused(
                    StartRule.DATABASE_CLOCK,
                    () -> database("intake", "on", LIMIT.plusMillis(1), false),
                    "the clocks are PT5.001S apart.");
            assertThatCode(() -> database("intake", "on", LIMIT, false)).doesNotThrowAnyException();
        }

        @ParameterizedTest
        @CsvSource({
            "28P01, DATABASE_SIGNS_IN",
            "28000, DATABASE_SIGNS_IN",
            "3D000, DATABASE_ANSWERS",
            "08001, DATABASE_ANSWERS",
            ", DATABASE_ANSWERS",
        })
        void that_refuses_is_told_by_its_state_and_not_by_its_words(String state, StartRule rule) {
            var unfit =
                    DatabaseCheck.refused(
                            new SQLException("password \"swordfish\"", state),
                            "POSTGRES_USER, POSTGRES_PASSWORD");
            assertThat(unfit.rule()).isEqualTo(rule);
            assertThat(unfit).hasMessageNotContaining("swordfish");
        }

        @ParameterizedTest
        @CsvSource({"08001, true", "57P03, true", "28P01, false", "3D000, false", ", false"})
        void that_is_just_starting_is_asked_again(String state, boolean again) {
            assertThat(DatabaseCheck.mayPass(state)).isEqualTo(again);
        }

        private static void database(
                String stamp, String fsync, Duration skew, boolean mayLoseData) {
            var keeping = new TreeMap<>(Map.of("fsync", fsync, "full_page_writes", "on"));
            new DatabaseSays(Optional.ofNullable(stamp), keeping, skew)
                    .judge("intake", mayLoseData, LIMIT);
        }
    }

    @Nested
    class Another_clock {

        @ParameterizedTest
        @CsvSource({
            "12:00:00, 12:00:03, 12:00:01, 0, PT0S",
            "12:00:00, 12:00:03, 12:00:13, 0, PT10S",
            "12:00:00, 12:00:03, 11:59:53, 0, PT7S",
            "12:00:00.9, 12:00:01, 12:00:00, 1, PT0S",
            "12:00:01.5, 12:00:02, 12:00:00, 1, PT0.5S",
        })
        void is_as_far_away_as_asking_cannot_explain(
                String asked, String answered, String theirs, long cutOff, Duration skew) {
            assertThat(
                            Skew.atLeast(
                                    at(asked),
                                    at(answered),
                                    at(theirs),
                                    Duration.ofSeconds(cutOff)))
                    .isEqualTo(skew);
        }

        private static Instant at(String time) {
            return Instant.parse("2026-11-21T" + time + "Z");
        }
    }

    @Nested
    class Keycloak {

        private static final String REALM =
                """
                {"issuer": "https://accounts.example/realms/consilium", "token_endpoint": "http://keycloak/token"}""";

        @Test
        void that_is_away_behind_a_gateway_is_no_fault() {
            assertThat(new KeycloakSays(503, json("{}"), Duration.ZERO).isKeycloaks()).isFalse();
            assertThat(
                            new KeycloakSays(404, MissingNode.getInstance(), Duration.ZERO)
                                    .isKeycloaks())
                    .isFalse();
        }

        @Test
        void without_the_realm_is_refused() {
            var answer =
                    new KeycloakSays(404, json("{\"error\": \"Realm does not exist\"}"), LIMIT);
            assertThat(answer.isKeycloaks()).isTrue();
            refused(
                    StartRule.REALM,
                    () -> answer.judgeRealm(LIMIT),
                    "OIDC_ISSUER: what answers there is no realm.");
        }

        @Test
        void whose_clock_is_another_is_refused() {
            refused(
                    StartRule.KEYCLOAK_CLOCK,
                    () -> new KeycloakSays(200, json(REALM), Duration.ofHours(1)).judgeRealm(LIMIT),
                    "the clocks are PT1H apart.");
            assertThatCode(() -> new KeycloakSays(200, json(REALM), LIMIT).judgeRealm(LIMIT))
                    .doesNotThrowAnyException();
        }

        @ParameterizedTest
        @CsvSource({"invalid_client", "unauthorized_client"})
        void that_does_not_know_the_secret_is_believed(String error) {
            refused(
                    StartRule.SECRET,
                    () ->
                            new KeycloakSays(
                                            401,
                                            json("{\"error\": \"" + error + "\"}"),
                                            Duration.ZERO)
                                    .judgeSecret("intake-service"),
                    "SERVICE_SECRET: Keycloak refuses it for the client intake-service.");
        }

        @Test
        void whose_tokens_name_another_issuer_is_refused() {
            var token =
                    "e30."
                            + Base64.getUrlEncoder()
                                    .encodeToString(
                                            "{\"iss\": \"http://localhost\"}".getBytes(UTF_8))
                            + ".e30";
            refused(
                    StartRule.ISSUER,
                    () -> KeycloakSays.judgeIssuer(KeycloakCheck.issuer(token), "http://127.0.0.1"),
                    "tokens name http://localhost, and the service trusts http://127.0.0.1.");
            assertThatCode(
                            () ->
                                    KeycloakSays.judgeIssuer(
                                            KeycloakCheck.issuer(token), "http://localhost"))
                    .doesNotThrowAnyException();
        }

        private static JsonNode json(String text) {
            try {
                return new ObjectMapper().readTree(text);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Nested
    class A_failure_of_the_start {

        @Test
        void that_is_about_a_setting_is_told_in_one_line() {
            var failure =
                    new IllegalStateException(
                            "failed to start",
                            new IllegalArgumentException("SRCFG00039: The config property\n  a.b"));
            assertThat(WrongSetting.in(failure)).contains("SRCFG00039: The config property a.b");
            assertThat(
                            WrongSetting.in(
                                    new IllegalStateException(
                                            new Unfit(StartRule.KEY, "SECRET", "too short"))))
                    .contains("SECRET: too short. The rule: a key is long enough to be one.");
        }

        @Test
        void of_any_other_kind_keeps_its_trace() {
            assertThat(WrongSetting.in(new IllegalStateException(new SQLException("gone"))))
                    .isEmpty();
        }
    }

    private static void refused(StartRule rule, ThrowingCallable start, String words) {
        assertThatThrownBy(start)
                .isInstanceOf(Unfit.class)
                .hasMessageContaining(words)
                .hasMessageEndingWith("The rule: " + rule.sentence() + ".")
                .extracting(failure -> ((Unfit) failure).rule())
                .isEqualTo(rule);
    }

    private static Settings settings(Map<String, String> given) {
        var sources =
                new SmallRyeConfigBuilder()
                        .addDefaultInterceptors()
                        .withSources(
                                new PropertiesConfigSource(
                                        Map.of(
                                                "db.password", "${DB_PASSWORD}",
                                                "http.port", "${HTTP_PORT}",
                                                "shop", "${SHOP_URL:}"),
                                        "a file",
                                        100),
                                new PropertiesConfigSource(
                                        new HashMap<>(given), "what is given", 300));
        return new Settings(sources.build());
    }
}
