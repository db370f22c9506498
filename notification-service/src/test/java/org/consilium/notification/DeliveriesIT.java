package org.consilium.notification;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.consilium.contracts.IntakeEvent.CaseReady;
import org.consilium.contracts.Relation;
import org.consilium.notification.world.Door;
import org.consilium.notification.world.NotificationSettings;
import org.consilium.notification.world.Person;
import org.consilium.notification.world.Service;
import org.consilium.notification.world.Story;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What staff see of what became of it all. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "notification"))
@WithTestResource(NotificationSettings.class)
class DeliveriesIT {

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
    class The_deliveries_of_a_case {

        @Test
        void tell_the_coordinator_what_came_of_each_and_no_address() {
            await().atMost(30, SECONDS).until(() -> Person.YUSUF.mailsAbout(story).size() == 1);
            await().atMost(30, SECONDS)
                    .untilAsserted(
                            () ->
                                    deliveries(Person.CARLA)
                                            .then()
                                            .statusCode(200)
                                            .body("items", hasSize(3))
                                            .body(
                                                    "items.state",
                                                    contains("delivered", "delivered", "delivered"))
                                            .body("items[0].channel", equalTo("mail"))
                                            .body("items[0].attempts[0].outcome", equalTo("taken"))
                                            .body("items[0].attempts[0].replyCode", equalTo(250)));

            assertThat(deliveries(Person.CARLA).asString()).doesNotContain("@");
        }

        @Test
        void are_not_found_by_anybody_else() {
            for (var person : List.of(Person.AMINA, Person.MALLORY, Person.CHEN, Person.OLGA)) {
                deliveries(person).then().statusCode(404);
            }
        }
    }

    @Nested
    class What_failed {

        @Test
        void is_shown_to_operators_as_ids_and_codes() {
            MAIL.be(Door.Mood.REFUSES);
            var other = new Story(service);
            other.opened(Person.AMINA, Relation.REPRESENTATIVE, "en");

            await().atMost(30, SECONDS)
                    .untilAsserted(
                            () ->
                                    as(Person.OLGA)
                                            .get("/internal/notifications/failed")
                                            .then()
                                            .statusCode(200)
                                            .body(
                                                    "items[0].caseId",
                                                    equalTo(other.caseId().toString()))
                                            .body("items[0].reason", equalTo("server-refuses"))
                                            .body("items[0].replyCode", equalTo(550)));
            assertThat(as(Person.OLGA).get("/internal/notifications/failed").asString())
                    .doesNotContain("@", Person.AMINA.id().toString());
        }

        @Test
        void is_not_for_coordinators() {
            as(Person.CARLA).get("/internal/notifications/failed").then().statusCode(403);
        }
    }

    private long told() {
        return Long.parseLong(
                service.value(
                        "select count(*) from notification where case_id = ?", story.caseId()));
    }

    private Response deliveries(Person person) {
        return as(person).get("/api/notifications/cases/" + story.caseId());
    }

    private static RequestSpecification as(Person person) {
        return given().auth().oauth2(person.token());
    }
}
