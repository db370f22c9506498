package org.consilium.kit;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.consilium.kit.probe.Probe;
import org.consilium.kit.probe.ReviewStandIn;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "intake"))
@WithTestResource(ReviewStandIn.class)
class CommandIT {

    private final UUID caseId = UUID.randomUUID();
    private final String key = UUID.randomUUID().toString();

    @Nested
    class A_command {

        @Test
        void changes_the_case_and_publishes_one_event_with_all_its_attributes() {
            add("amina", key, "answered").then().statusCode(200).body("total", equalTo(1));
            await().atMost(10, SECONDS).until(() -> published() == 1);
            var record = Probe.onTopic("intake.events", caseId.toString()).getFirst();
            assertThat(header(record, "ce_type")).isEqualTo("intake.case-closed.v1");
            assertThat(header(record, "ce_source")).isEqualTo("/consilium/intake");
            assertThat(header(record, "ce_sequence")).isEqualTo("1");
            assertThat(header(record, "ce_actor"))
                    .isEqualTo("person:00000000-0000-4000-8000-000000000001");
            assertThat(new String(record.value(), java.nio.charset.StandardCharsets.UTF_8))
                    .contains(caseId.toString(), "answered");
        }

        @Test
        void publishes_in_the_case_s_order_and_its_hash_chain_holds() {
            for (int i = 1; i <= 20; i++) {
                add("amina", UUID.randomUUID().toString(), "reason-" + i).then().statusCode(200);
            }
            await().atMost(10, SECONDS).until(() -> published() == 20);
            var sequence =
                    Probe.onTopic("intake.events", caseId.toString()).stream()
                            .map(record -> Integer.parseInt(header(record, "ce_sequence")))
                            .toList();
            assertThat(sequence).isSorted().doesNotHaveDuplicates().hasSize(20);
            given().auth()
                    .oauth2(Probe.token("olga"))
                    .get("/internal/cases/{id}/chain", caseId)
                    .then()
                    .statusCode(200)
                    .body("holds", equalTo(true));
        }

        @Test
        void with_bad_input_names_field_and_rule_and_changes_nothing() {
            add("amina", key, " ")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("errors[0].field", equalTo("reason"))
                    .body("errors[0].rule", equalTo("not-blank"));
            assertThat(events()).isZero();
        }

        @Test
        void that_is_not_json_is_malformed() {
            send("{\"reason\":").then().statusCode(400).contentType("application/problem+json");
            assertThat(events()).isZero();
        }

        @Test
        void of_another_shape_names_the_field() {
            for (var body : new String[] {"{\"reason\":{}}", "{\"reason\":[\"a\"]}"}) {
                send(body)
                        .then()
                        .statusCode(400)
                        .contentType("application/problem+json")
                        .body("errors[0].field", equalTo("reason"));
            }
            send("[]").then().statusCode(400).contentType("application/problem+json");
            assertThat(events()).isZero();
        }

        private Response send(String body) {
            return given().auth()
                    .oauth2(Probe.token("amina"))
                    .header("Idempotency-Key", key)
                    .contentType("application/json")
                    .body(body)
                    .post("/probe/{id}", caseId);
        }
    }

    @Nested
    class An_idempotency_key {

        @Test
        void gives_the_stored_answer_for_the_same_request_and_no_second_effect() {
            add("amina", key, "once").then().statusCode(200).body("total", equalTo(1));
            add("amina", key, "once").then().statusCode(200).body("total", equalTo(1));
            assertThat(events()).isEqualTo(1);
        }

        @Test
        void refuses_another_request() {
            add("amina", key, "once").then().statusCode(200);
            add("amina", key, "twice").then().statusCode(422);
            assertThat(events()).isEqualTo(1);
        }

        @Test
        void is_required() {
            given().auth()
                    .oauth2(Probe.token("amina"))
                    .contentType("application/json")
                    .body(Map.of("reason", "no key"))
                    .post("/probe/{id}", caseId)
                    .then()
                    .statusCode(400)
                    .body("errors[0].field", equalTo("Idempotency-Key"));
            assertThat(events()).isZero();
        }

        @Test
        void of_one_person_is_not_another_s() {
            add("amina", key, "mine").then().statusCode(200);
            add("yusuf", key, "mine").then().statusCode(200).body("total", equalTo(2));
        }
    }

    @Nested
    class Access {

        @Test
        void is_given_by_a_relation_to_the_case() {
            add("yusuf", key, "opened").then().statusCode(200);
            read("yusuf").then().statusCode(200).body("caseId", equalTo(caseId.toString()));
        }

        @Test
        void of_a_stranger_is_answered_as_if_the_case_did_not_exist() {
            add("yusuf", key, "opened").then().statusCode(200);
            var stranger = read("mallory").then().statusCode(404).extract().body().asString();
            var nowhere =
                    given().auth()
                            .oauth2(Probe.token("mallory"))
                            .get("/probe/{id}", UUID.randomUUID())
                            .then()
                            .statusCode(404)
                            .extract()
                            .body()
                            .asString();
            assertThat(stranger).isEqualTo(nowhere);
        }

        @Test
        void needs_a_token_of_this_service_s_audience() {
            given().get("/probe/{id}", caseId).then().statusCode(401).body("total", nullValue());
            var tokens =
                    new org.consilium.stack.Tokens(
                            org.consilium.stack.BackingParts.addresses().issuer());
            given().auth()
                    .oauth2(tokens.of("yusuf", "review"))
                    .get("/probe/{id}", caseId)
                    .then()
                    .statusCode(401);
        }

        @Test
        void to_another_role_s_command_is_refused() {
            add("olga", key, "no operator").then().statusCode(404);
            assertThat(events()).isZero();
        }
    }

    private Response add(String username, String idempotencyKey, String reason) {
        return given().auth()
                .oauth2(Probe.token(username))
                .header("Idempotency-Key", idempotencyKey)
                .contentType("application/json")
                .body(Map.of("reason", reason))
                .post("/probe/{id}", caseId);
    }

    private Response read(String username) {
        return given().auth().oauth2(Probe.token(username)).get("/probe/{id}", caseId);
    }

    private long events() {
        return Probe.count("select count(*) from event where case_id = ?", caseId);
    }

    private int published() {
        return Probe.onTopic("intake.events", caseId.toString()).size();
    }

    private static String header(
            org.apache.kafka.clients.consumer.ConsumerRecord<String, byte[]> record, String name) {
        return new String(
                record.headers().lastHeader(name).value(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
