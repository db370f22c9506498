package org.consilium.notification;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.consilium.contracts.IntakeEvent.CaseReady;
import org.consilium.contracts.Relation;
import org.consilium.notification.world.Door;
import org.consilium.notification.world.NotificationSettings;
import org.consilium.notification.world.Person;
import org.consilium.notification.world.Receiver;
import org.consilium.notification.world.Receiver.Received;
import org.consilium.notification.world.Service;
import org.consilium.notification.world.Story;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Other systems are told of events, and can be sure who tells them. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "notification"))
@WithTestResource(NotificationSettings.class)
class WebhooksIT {

    @RegisterExtension static final Door MAIL = Door.toTheMailServer();
    @RegisterExtension static final Door DIRECTORY = Door.toTheDirectory();
    @RegisterExtension final Receiver receiver = new Receiver();

    private static final String READY = "intake.case-ready.v1";

    private final Service service = Service.underTest();
    private final Story story = new Story(service);
    private JsonPath webhook;

    @BeforeEach
    void an_endpoint_asks_for_cases_that_are_ready() {
        webhook = add(receiver.url(), READY).then().statusCode(201).extract().jsonPath();
        story.opened(Person.MALLORY, Relation.PATIENT, "en");
    }

    @AfterEach
    void it_is_switched_off() {
        post("/disabling").then().statusCode(200);
    }

    @Nested
    class An_event {

        @Test
        void that_was_asked_for_is_told_signed_and_once() throws GeneralSecurityException {
            var ready = story.tell(new CaseReady(story.caseId()));

            var received = awaitReceived(1);
            assertThat(received.id()).isEqualTo("msg_" + ready.id());
            assertThat(received.json().getString("type")).isEqualTo(READY);
            assertThat(received.json().getJsonObject("data").getMap())
                    .containsExactly(entry("caseId", story.caseId().toString()));
            assertThat(Instant.ofEpochSecond(Long.parseLong(received.timestamp())))
                    .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
            assertThat(received.signature())
                    .isEqualTo(signed(received, webhook.getString("secret")));
            awaitDelivery("delivered");
        }

        @Test
        void that_is_not_taken_is_told_again_under_the_same_id_until_it_is() {
            receiver.answerWith(500);
            story.tell(new CaseReady(story.caseId()));
            awaitReceived(2);

            receiver.answerWith(200);

            awaitDelivery("delivered");
            assertThat(receiver.receivedAbout(story).stream().map(Received::id).distinct())
                    .hasSize(1);
            deliveries()
                    .then()
                    .body("items[0].attempts[0].status", equalTo(500))
                    .body("items[0].attempts[-1].status", equalTo(200));
        }

        @Test
        void that_was_delivered_can_be_told_once_more() {
            story.tell(new CaseReady(story.caseId()));
            awaitDelivery("delivered");

            replay().then().statusCode(204);

            awaitReceived(2);
            assertThat(receiver.receivedAbout(story).stream().map(Received::id).distinct())
                    .hasSize(1);
        }
    }

    @Nested
    class A_secret {

        @Test
        void is_shown_when_it_is_made_and_never_again() {
            assertThat(webhook.getString("secret")).startsWith("whsec_");
            as(Person.OLGA)
                    .get("/api/webhooks")
                    .then()
                    .statusCode(200)
                    .body("find { it.id == '%s' }.secret".formatted(id()), nullValue());
            assertThat(
                            service.value(
                                    "select count(*) from idempotency where body like ?",
                                    "%" + webhook.getString("secret") + "%"))
                    .isEqualTo("0");
        }

        @Test
        void that_is_rotated_signs_along_until_its_holder_has_the_new_one()
                throws GeneralSecurityException {
            var next = post("/rotation").then().statusCode(200).extract().jsonPath();

            story.tell(new CaseReady(story.caseId()));

            var received = awaitReceived(1);
            assertThat(received.signature().split(" "))
                    .containsExactly(
                            signed(received, next.getString("secret")),
                            signed(received, webhook.getString("secret")));
        }

        @Test
        void is_the_same_when_the_answer_is_asked_for_again() {
            var key = UUID.randomUUID().toString();
            var first = add(key, receiver.url(), READY).jsonPath();
            var again = add(key, receiver.url(), READY).jsonPath();

            assertThat(again.getString("secret")).isEqualTo(first.getString("secret"));
            assertThat(again.getString("id")).isEqualTo(first.getString("id"));
            as(Person.OLGA)
                    .header("Idempotency-Key", UUID.randomUUID())
                    .post("/api/webhooks/" + first.getString("id") + "/disabling")
                    .then()
                    .statusCode(200);
        }
    }

    @Nested
    class An_endpoint {

        @Test
        void that_says_it_is_gone_is_switched_off_and_operators_are_told() {
            receiver.answerWith(410);
            story.tell(new CaseReady(story.caseId()));

            await().atMost(30, SECONDS).until(() -> "disabled".equals(field("state")));
            assertThat(field("disabledBecause")).isEqualTo("gone");
            await().atMost(30, SECONDS).until(() -> Person.OLGA.mailsAbout(story).size() == 1);
            replay().then()
                    .statusCode(409)
                    .body("type", equalTo("urn:consilium:problem:webhook-disabled"));
        }

        @Test
        void that_has_failed_for_days_is_switched_off_and_told_what_waited_once_it_is_on_again() {
            receiver.answerWith(503);
            story.tell(new CaseReady(story.caseId()));
            await().atMost(30, SECONDS).until(() -> field("failingSince") != null);
            service.change(
                    "update webhook set failing_since = failing_since - interval '5 days' where id = ?",
                    UUID.fromString(id()));
            await().atMost(60, SECONDS).until(() -> "disabled".equals(field("state")));
            assertThat(field("disabledBecause")).isEqualTo("failing");
            receiver.answerWith(200);

            post("/enabling").then().statusCode(200).body("state", equalTo("active"));

            awaitDelivery("delivered");
        }

        @Test
        void that_is_switched_off_is_told_nothing() {
            post("/disabling").then().statusCode(200).body("state", equalTo("disabled"));
            var other = add(receiver.url(), "intake.case-opened.v1").jsonPath();

            story.tell(new CaseReady(story.caseId()));
            var later = new Story(service);
            later.opened(Person.MALLORY, Relation.PATIENT, "en");

            await().atMost(30, SECONDS).until(() -> receiver.receivedAbout(later).size() == 1);
            assertThat(receiver.receivedAbout(story)).isEmpty();
            webhook = other;
        }

        @ParameterizedTest
        @CsvSource({
            "ftp://127.0.0.1/hook,  intake.case-ready.v1,  422, webhook-url-refused",
            "http://a:b@127.0.0.1/, intake.case-ready.v1,  422, webhook-url-refused",
            "http://127.0.0.1/hook, intake.case-gossip.v1, 400, malformed",
            "http://127.0.0.1/hook, notification.notification-failed.v1, 400, malformed",
            "'',                    intake.case-ready.v1,  400, malformed",
        })
        void that_makes_no_sense_is_refused(String url, String type, int status, String problem) {
            add(url, type)
                    .then()
                    .statusCode(status)
                    .body("type", equalTo("urn:consilium:problem:" + problem));
        }

        @Test
        void is_the_operators_alone() {
            for (var person : new Person[] {Person.CARLA, Person.LENA, Person.AMINA}) {
                as(person).get("/api/webhooks").then().statusCode(403);
                as(person)
                        .header("Idempotency-Key", UUID.randomUUID())
                        .post("/api/webhooks/" + id() + "/rotation")
                        .then()
                        .statusCode(403);
            }
            as(Person.OLGA)
                    .header("Idempotency-Key", UUID.randomUUID())
                    .post("/api/webhooks/" + UUID.randomUUID() + "/rotation")
                    .then()
                    .statusCode(404);
        }

        @Test
        void cannot_be_replayed_what_is_under_way() {
            receiver.answerWith(500);
            story.tell(new CaseReady(story.caseId()));
            awaitReceived(1);

            replay().then()
                    .statusCode(409)
                    .body("type", equalTo("urn:consilium:problem:delivery-under-way"));
        }
    }

    private Received awaitReceived(int times) {
        await().atMost(30, SECONDS).until(() -> receiver.receivedAbout(story).size() >= times);
        return receiver.receivedAbout(story).getFirst();
    }

    private void awaitDelivery(String state) {
        await().atMost(60, SECONDS)
                .untilAsserted(() -> deliveries().then().body("items[0].state", equalTo(state)));
    }

    private Response deliveries() {
        return as(Person.OLGA).get("/api/webhooks/" + id() + "/deliveries");
    }

    private Response replay() {
        return post("/deliveries/" + deliveries().jsonPath().getString("items[0].id") + "/replay");
    }

    private String id() {
        return webhook.getString("id");
    }

    private String field(String name) {
        return as(Person.OLGA)
                .get("/api/webhooks")
                .jsonPath()
                .getString("find { it.id == '%s' }.%s".formatted(id(), name));
    }

    private Response post(String path) {
        return as(Person.OLGA)
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/api/webhooks/" + id() + path);
    }

    private static Response add(String url, String type) {
        return add(UUID.randomUUID().toString(), url, type);
    }

    private static Response add(String key, String url, String type) {
        return as(Person.OLGA)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body("{\"url\": \"%s\", \"eventTypes\": [\"%s\"]}".formatted(url, type))
                .post("/api/webhooks");
    }

    /** As a receiver would compute it. */
    private static String signed(Received received, String secret) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        var key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        var signed = received.id() + "." + received.timestamp() + "." + received.body();
        return "v1,"
                + Base64.getEncoder()
                        .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    private static RequestSpecification as(Person person) {
        return given().auth().oauth2(person.token());
    }
}
