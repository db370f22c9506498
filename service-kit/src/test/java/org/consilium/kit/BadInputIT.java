package org.consilium.kit;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.consilium.kit.probe.Probe;
import org.consilium.kit.probe.ReviewStandIn;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no resource should see: the kit turns it away the same in every service. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "intake"))
@WithTestResource(ReviewStandIn.class)
class BadInputIT {

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    @TestHTTPResource("/probe")
    URL probe;

    private final UUID caseId = UUID.randomUUID();

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "...", "abc", "a.b.", "e30.e30.c2ln"})
    void a_token_that_is_none_is_not_asked_about(String token) {
        var errors = LoggedErrors.watch();
        given().header("Authorization", "Bearer " + token)
                .get("/probe/{id}", caseId)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .contentType("application/problem+json");
        assertThat(errors.seen()).isEmpty();
    }

    /** As an attacker would, to have what follows pass by the proxy's rules. */
    @Test
    void a_connection_becomes_no_other_by_a_clients_wish()
            throws IOException, InterruptedException {
        try (var client = HttpClient.newBuilder().version(Version.HTTP_2).build()) {
            var request = HttpRequest.newBuilder(URI.create(probe + "/" + caseId)).build();

            assertThat(client.send(request, BodyHandlers.discarding()).version())
                    .isEqualTo(Version.HTTP_1_1);
        }
    }

    @Test
    void a_token_for_another_service_is_told_what_to_ask_for() {
        given().auth()
                .oauth2(Probe.tokenFor("amina", "review"))
                .get("/probe/{id}", caseId)
                .then()
                .statusCode(401)
                .body("detail", containsString("scope=intake"));
    }

    @Test
    void an_accept_header_that_is_none_is_not_acceptable() {
        given().auth()
                .oauth2(Probe.token("amina"))
                .header("Accept", "garbage")
                .get("/probe/{id}", caseId)
                .then()
                .statusCode(406)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Accept          | x/y;q=9                          | 406",
                "Accept          | text/html                        | 406",
                "Accept          | text/html,*/*;q=0.8              | 404",
                "Accept          | application/json;v=\"1\"; q=0.5   | 404",
                "Accept-Language | x;q=9                            | 404",
                "Accept-Language | q=canary                         | 404",
                "Accept-Language | zh-Hans-CN, en;q=0.8, *;q=0.1    | 404",
                "Content-Type    | canary                           | 415",
                "Content-Type    | application/json; canary         | 415",
                "Content-Type    | application/json; charset=utf-8  | 404"
            })
    void a_header_that_cannot_be_read_breaks_nothing_and_is_not_repeated(
            String header, String value, int status) {
        var errors = LoggedErrors.watch();
        var answer =
                given().auth()
                        .oauth2(Probe.token("amina"))
                        .header(header, value)
                        .get("/probe/{id}", UUID.randomUUID());
        answer.then().statusCode(status).contentType("application/problem+json");
        assertThat(answer.asString()).doesNotContain("canary");
        assertThat(errors.seen()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Accept", "Accept-Language", "Content-Type"})
    void no_length_of_a_header_takes_more_stack(String header) {
        var item = header.equals("Accept-Language") ? "en" : "a/b";
        var separator = header.equals("Content-Type") ? ";a=b" : ",";
        given().auth()
                .oauth2(Probe.token("amina"))
                .header(header, (item + separator).repeat(1_000) + item)
                .get("/probe/{id}", UUID.randomUUID())
                .then()
                .statusCode(lessThan(500));
    }

    @Test
    void a_private_answer_is_kept_by_nobody() {
        given().auth()
                .oauth2(Probe.token("amina"))
                .get("/probe/{id}", UUID.randomUUID())
                .then()
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff");
    }

    @Test
    void a_blank_accept_header_asks_for_nothing_in_particular() {
        given().auth()
                .oauth2(Probe.token("amina"))
                .header("Accept", " ")
                .get("/probe/{id}", UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void text_is_not_taken_for_a_field() {
        send("text/plain", "reason").then().statusCode(415).contentType("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"reason\":\"a\",\"reason\":\"b\"} | readable",
                "{\"reason\":5}                     | readable",
                "{\"reason\":true}                  | readable",
                "{\"reason\":\"a\\u0000b\"}         | readable-text",
                "{\"reason\":\"a\\ud800b\"}         | readable-text",
                "{\"reason\":\"a\\u0007b\"}         | readable-text",
                "{\"reason\":\"\\u200b\\u00a0\"}    | not-blank",
                "{\"relation\":0}                   | readable",
                "{\"relation\":\"0\"}               | readable",
                "{\"year\":1971.9}                  | readable",
                "{\"year\":\"1971\"}                | readable",
                "{\"reason\":\"a\"}{}             | readable",
                "{\"reason\":\"a\",\"years\":1}    | known-field",
                "{\"day\":[]}                     | readable",
                "{\"day\":\"\"}                   | readable",
            })
    void what_could_be_misread_is_refused(String body, String rule) {
        send("application/json", body)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].rule", equalTo(rule));
    }

    @Test
    void an_unknown_field_is_named_if_it_is_a_name() {
        send("application/json", "{\"reason\":\"a\",\"relashion\":\"PATIENT\"}")
                .then()
                .body("errors[0].field", equalTo("relashion"));
        send("application/json", "{\"reason\":\"a\",\"she has a canary\":1}")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("*"));
    }

    @Test
    void a_key_that_somebody_typed_is_not_repeated() {
        send("application/json", "{\"reason\":\"a\",\"notes\":{\"her own words\":\" \"}}")
                .then()
                .statusCode(400)
                .body("errors[0].rule", equalTo("not-blank"))
                .body(
                        "errors[0].field",
                        allOf(containsString("notes[*]"), not(containsString("words"))));
    }

    @Test
    void words_in_every_script_are_taken() {
        send("application/json", "{\"reason\":\"تشخیص\\u200c诊断 😀\\n\"}").then().statusCode(200);
    }

    @Test
    void a_query_that_cannot_be_read_is_named() {
        given().auth()
                .oauth2(Probe.token("olga"))
                .get("/internal/cases/{id}/events?from=x", caseId)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("from"));
    }

    @Test
    void what_somebody_typed_stands_in_no_metric() {
        given().auth().oauth2(Probe.token("amina")).delete("/probe/canary-in-a-path");
        given().options("/probe;canary-in-a-path/x");
        assertThat(given().get(metrics).asString())
                .contains("uri=\"refused\"")
                .doesNotContain("canary-in-a-path");
    }

    @Nested
    class What_is_too_large {

        @Test
        void of_a_body_that_says_so_is_told_before_it_is_read() {
            send("application/json", "{\"reason\":\"" + "x".repeat(1_100_000) + "\"}")
                    .then()
                    .statusCode(413)
                    .contentType("application/problem+json")
                    .body("type", endsWith("too-large"));
        }

        /** The server has begun to read, so it answers with the status alone. */
        @Test
        void of_a_body_that_does_not_say_so_is_refused_where_the_limit_is_passed()
                throws IOException, InterruptedException {
            var body = ("{\"reason\":\"" + "x".repeat(1_100_000) + "\"}").getBytes(UTF_8);
            try (var client = HttpClient.newHttpClient()) {
                var request =
                        HttpRequest.newBuilder(URI.create(probe + "/" + caseId))
                                .header("Authorization", "Bearer " + Probe.token("amina"))
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .header("Content-Type", "application/json")
                                .POST(
                                        BodyPublishers.ofInputStream(
                                                () -> new ByteArrayInputStream(body)))
                                .build();

                assertThat(client.send(request, BodyHandlers.discarding()).statusCode())
                        .isEqualTo(413);
            }
        }

        @Test
        void of_an_address_is_a_problem_too() {
            given().auth()
                    .oauth2(Probe.token("amina"))
                    .get("/probe/{id}?x=" + "x".repeat(5_000), caseId)
                    .then()
                    .statusCode(414)
                    .contentType("application/problem+json")
                    .body("type", endsWith("too-long"));
        }

        @Test
        void of_all_headers_together_is_a_problem_too() {
            given().auth()
                    .oauth2(Probe.token("amina"))
                    .header("X-Much", "x".repeat(21_000))
                    .get("/probe/{id}", caseId)
                    .then()
                    .statusCode(431)
                    .contentType("application/problem+json")
                    .body("type", endsWith("headers-too-large"));
        }
    }

    private Response send(String type, String body) {
        return given().auth()
                .oauth2(Probe.token("amina"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(type)
                .body(body)
                .post("/probe/{id}", caseId);
    }
}
