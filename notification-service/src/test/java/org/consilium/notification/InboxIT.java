package org.consilium.notification;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.consilium.contracts.IntakeEvent.CaseReady;
import org.consilium.notification.world.Door;
import org.consilium.notification.world.NotificationSettings;
import org.consilium.notification.world.Person;
import org.consilium.notification.world.Service;
import org.consilium.notification.world.Story;
import org.consilium.notification.world.Wishes;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people see of what they were told, and what they do not see. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "notification"))
@WithTestResource(NotificationSettings.class)
class InboxIT {

    @RegisterExtension static final Door MAIL = Door.toTheMailServer();
    @RegisterExtension static final Door DIRECTORY = Door.toTheDirectory();

    private final Service service = Service.underTest();
    private final Story story = Story.ofAminaAndYusuf(service);

    @BeforeEach
    void everybody_has_been_told() {
        story.tell(new CaseReady(story.caseId()));
        await().atMost(30, SECONDS).until(() -> told() == 3);
    }

    @Nested
    class An_inbox {

        @Test
        void shows_the_newest_first_in_its_owners_language() {
            as(Person.YUSUF)
                    .get("/api/notifications")
                    .then()
                    .statusCode(200)
                    .body("items[0].caseId", equalTo(story.caseId().toString()))
                    .body("items[0].reference", equalTo(story.reference()))
                    .body("items[0].kind", equalTo("ready"))
                    .body("items[0].turn", equalTo("COORDINATOR"))
                    .body("items[0].language", equalTo("ur"))
                    .body("items[0].title", equalTo("آپ کے ریکارڈ مکمل ہیں"));
        }

        @Test
        void is_read_page_by_page_without_a_gap_or_a_repeat() {
            var first = as(Person.AMINA).get("/api/notifications?size=1").jsonPath();
            var second =
                    as(Person.AMINA)
                            .get("/api/notifications?size=1&after=" + first.getString("next"))
                            .jsonPath();
            var both = as(Person.AMINA).get("/api/notifications?size=2").jsonPath();

            assertThat(List.of(first.getString("items[0].id"), second.getString("items[0].id")))
                    .isEqualTo(both.getList("items.id"));
        }

        @Test
        void is_nobody_elses() {
            as(Person.MALLORY)
                    .get("/api/notifications?size=100")
                    .then()
                    .statusCode(200)
                    .body("items.reference", not(hasItem(story.reference())));
            readIt(Person.MALLORY, newestOf(Person.AMINA), UUID.randomUUID().toString(), 404);
            assertThat(unread(Person.AMINA)).isPositive();
        }

        @Test
        void needs_a_token() {
            given().get("/api/notifications").then().statusCode(401);
        }

        @Test
        void is_not_for_operators() {
            as(Person.OLGA).get("/api/notifications").then().statusCode(403);
        }

        @Test
        void names_the_field_and_the_rule_when_asked_wrongly() {
            as(Person.AMINA)
                    .get("/api/notifications?size=101")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("errors[0].field", equalTo("size"))
                    .body("errors[0].rule", equalTo("max"));
            as(Person.AMINA)
                    .get("/api/notifications?after=elsewhere")
                    .then()
                    .statusCode(400)
                    .body("errors[0].field", equalTo("after"));
        }
    }

    /** A newer version was here before and has gone again. */
    @Nested
    class A_kind_that_this_version_does_not_know {

        @BeforeEach
        void is_in_the_tables() {
            service.change(
                    "update notification set kind = 'of-tomorrow' where case_id = ? and kind = 'welcome'",
                    story.caseId());
            service.change(
                    """
                    update delivery set state = 'QUEUED', due_at = now() - interval '1 day'
                    where notification_id in (select id from notification where kind = 'of-tomorrow')""");
        }

        @Test
        void holds_up_neither_the_inbox_nor_what_comes_after_it() {
            var later = Story.ofAminaAndYusuf(service);

            await().atMost(30, SECONDS).until(() -> Person.AMINA.mailsAbout(later).size() == 1);
            as(Person.AMINA)
                    .get("/api/notifications")
                    .then()
                    .statusCode(200)
                    .body("items.kind", not(hasItem("of-tomorrow")));
        }
    }

    @Nested
    class Marking_as_read {

        @Test
        void counts_once_however_often_it_is_asked() {
            var before = unread(Person.AMINA);
            var id = newestOf(Person.AMINA);
            var key = UUID.randomUUID().toString();

            readIt(Person.AMINA, id, key, 204);
            readIt(Person.AMINA, id, key, 204);
            readIt(Person.AMINA, id, UUID.randomUUID().toString(), 204);

            assertThat(unread(Person.AMINA)).isEqualTo(before - 1);
            as(Person.AMINA)
                    .get("/api/notifications?size=1")
                    .then()
                    .body("items[0].readAt", notNullValue());
        }

        @Test
        void needs_a_key_and_an_id() {
            as(Person.AMINA)
                    .post("/api/notifications/" + newestOf(Person.AMINA) + "/read")
                    .then()
                    .statusCode(400)
                    .body("errors[0].field", equalTo("Idempotency-Key"));
            readIt(Person.AMINA, "nonsense", UUID.randomUUID().toString(), 404);
        }
    }

    @Nested
    class The_language_of_choice {

        @Test
        void rules_over_the_cases() {
            new Wishes(Person.YUSUF).set("{\"language\":\"zh\"}").then().statusCode(200);

            as(Person.YUSUF)
                    .get("/api/notifications")
                    .then()
                    .body("items[0].title", equalTo("您的资料已齐全"));

            new Wishes(Person.YUSUF).set("{}").then().statusCode(200);
        }
    }

    private long told() {
        return Long.parseLong(
                service.value(
                        "select count(*) from notification where case_id = ?", story.caseId()));
    }

    private static void readIt(Person person, String id, String key, int status) {
        as(person)
                .header("Idempotency-Key", key)
                .post("/api/notifications/" + id + "/read")
                .then()
                .statusCode(status);
    }

    private static String newestOf(Person person) {
        return as(person).get("/api/notifications?size=1").jsonPath().getString("items[0].id");
    }

    private static int unread(Person person) {
        return as(person).get("/api/notifications/unread-count").jsonPath().getInt("unread");
    }

    private static RequestSpecification as(Person person) {
        return given().auth().oauth2(person.token());
    }
}
