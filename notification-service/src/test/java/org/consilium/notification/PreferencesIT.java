package org.consilium.notification;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.consilium.contracts.IntakeEvent.CaseReady;
import org.consilium.contracts.IntakeEvent.CaseRedirected;
import org.consilium.contracts.Relation;
import org.consilium.notification.world.Door;
import org.consilium.notification.world.NotificationSettings;
import org.consilium.notification.world.Person;
import org.consilium.notification.world.Service;
import org.consilium.notification.world.Story;
import org.consilium.notification.world.Wishes;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody wishes, and what comes of it. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "notification"))
@WithTestResource(NotificationSettings.class)
class PreferencesIT {

    @RegisterExtension static final Door MAIL = Door.toTheMailServer();
    @RegisterExtension static final Door DIRECTORY = Door.toTheDirectory();

    private static final ZoneId KARACHI = ZoneId.of("Asia/Karachi");

    private final Service service = Service.underTest();
    private final Wishes wishes = new Wishes(Person.MALLORY);

    @AfterEach
    void nothing_is_wished_any_more() {
        wishes.none();
    }

    @Nested
    class Wishes_are_written {

        @Test
        void and_read_again_with_what_everybody_has_beside_them() {
            wishes.set(
                            """
                            {"language": "ur", "zone": "Asia/Karachi", "quietHours": {"from": "22:00", "to": "07:00"},
                             "digestHour": 8, "channels": {"ready": {"mail": false}}}""")
                    .then()
                    .statusCode(200);

            wishes.read()
                    .then()
                    .statusCode(200)
                    .body("language", equalTo("ur"))
                    .body("zone", equalTo("Asia/Karachi"))
                    .body("quietHours.to", equalTo("07:00"))
                    .body("digestHour", equalTo(8))
                    .body("channels.ready.mail", equalTo(false))
                    .body("channels.triaged.mail", equalTo(true));
            wishes.set("{}").then().statusCode(200).body("zone", nullValue());
        }

        @Test
        void only_on_what_was_read() {
            var read = wishes.version();
            put("{}", "\"" + read + "\"").then().statusCode(200);

            put("{}", "\"" + read + "\"")
                    .then()
                    .statusCode(412)
                    .body("type", equalTo("urn:consilium:problem:edited-meanwhile"));
            put("{}", null)
                    .then()
                    .statusCode(428)
                    .body("type", equalTo("urn:consilium:problem:precondition-required"));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{'language': 'tlh'}                                          | language      | pattern",
                    "{'zone': 'Asia/Atlantis'}                                    | zone          | zone",
                    "{'digestHour': 8}                                            | zone          | needed",
                    "{'zone': 'UTC', 'digestHour': 24}                            | digestHour    | max",
                    "{'zone': 'UTC', 'quietHours': {'from': '22:00'}}             | quietHours.to | not-null",
                    "{'zone': 'UTC', 'quietHours': {'from': '7:00', 'to': 'x'}}   | quietHours.from | readable",
                    "{'zone': 'UTC', 'quietHours': {'from': '22:00', 'to': '22:00'}} | quietHours.to | differs",
                    "{'channels': {'gossip': {'mail': false}}}                    | channels      | kind",
                    "{'channels': {'ready': {'pigeon': false}}}                   | channels      | channel",
                })
        void and_a_wish_that_makes_no_sense_is_named(String body, String field, String rule) {
            wishes.set(body.replace('\'', '"'))
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("urn:consilium:problem:malformed"))
                    .body("errors[0].field", equalTo(field))
                    .body("errors[0].rule", equalTo(rule));
        }

        @Test
        void but_what_care_or_a_right_depends_on_cannot_be_switched_off() {
            wishes.set("{\"channels\": {\"opinion-released\": {\"mail\": false}}}")
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("urn:consilium:problem:kind-is-mandatory"))
                    .body("errors.field", equalTo(List.of("channels.opinion-released")))
                    .body("errors.rule", equalTo(List.of("mandatory")));
        }

        @ParameterizedTest
        @CsvSource({
            "en, 'Care or a right depends on this: leave one channel on for each kind that is named.'",
            "ur, 'اس پر دیکھ بھال یا کسی حق کا انحصار ہے: جن اطلاعات کا نام دیا گیا ہے ان میں سے ہر ایک کے لیے کم از کم ایک ذریعہ کھلا رکھیں۔'",
            "zh, '这关系到诊疗或某项权利：请为列出的每类通知至少保留一种渠道。'"
        })
        void and_that_is_said_in_the_callers_language(String language, String words) {
            given().auth()
                    .oauth2(Person.MALLORY.token())
                    .header("Accept-Language", language)
                    .header("If-Match", wishes.read().header("ETag"))
                    .contentType("application/json")
                    .body("{\"channels\": {\"opinion-released\": {\"mail\": false}}}")
                    .put("/api/notification-preferences")
                    .then()
                    .statusCode(422)
                    .header("Content-Language", language)
                    .body("detail", equalTo(words));
        }
    }

    @Nested
    class What_happens {

        @Test
        void at_a_quiet_hour_is_in_the_inbox_at_once_and_mailed_when_it_is_over() {
            wishes.quietNow();
            var story = told();
            story.tell(new CaseReady(story.caseId()));

            await().atMost(30, SECONDS).until(() -> deliveries(story) == 2);
            as(Person.MALLORY)
                    .get("/api/notifications?size=1")
                    .then()
                    .body("items[0].kind", equalTo("ready"))
                    .body("items[0].reference", equalTo(story.reference()));
            assertThat(dueAt(story)).isAfter(Instant.now().plus(Duration.ofMinutes(30)));
            assertThat(Person.MALLORY.mailsAbout(story)).isEmpty();

            theHourComes(story);

            await().atMost(30, SECONDS).until(() -> Person.MALLORY.mailsAbout(story).size() == 2);
        }

        @Test
        void urgently_is_mailed_at_a_quiet_hour_too() {
            wishes.quietNow();
            var story = told();
            story.tell(new CaseRedirected(story.caseId(), Person.CARLA.id(), "unstable"));

            await().atMost(30, SECONDS).until(() -> Person.MALLORY.mailsAbout(story).size() == 1);
        }

        @Test
        void of_a_kind_that_is_switched_off_is_in_the_inbox_only() {
            wishes.set("{\"channels\": {\"welcome\": {\"mail\": false}}}").then().statusCode(200);
            var story = told();
            story.tell(new CaseReady(story.caseId()));

            await().atMost(30, SECONDS).until(() -> Person.MALLORY.mailsAbout(story).size() == 1);
            assertThat(deliveries(story)).isEqualTo(1);
            as(Person.MALLORY)
                    .get("/api/notifications?size=2")
                    .then()
                    .body("items.kind", equalTo(List.of("ready", "welcome")));
        }

        @Test
        void in_a_day_comes_in_one_mail_when_it_is_wished_so() {
            wishes.set("{\"zone\": \"Asia/Karachi\", \"digestHour\": 8, \"language\": \"en\"}")
                    .then()
                    .statusCode(200);
            var one = told();
            var other = told();
            one.tell(new CaseReady(one.caseId()));
            await().atMost(30, SECONDS).until(() -> deliveries(one) + deliveries(other) == 3);
            assertThat(dueAt(one).atZone(KARACHI).toLocalTime()).isEqualTo(LocalTime.of(8, 0));

            theHourComes(one, other);

            await().atMost(30, SECONDS).until(() -> delivered(one) + delivered(other) == 3);
            assertThat(Person.MALLORY.mailsAbout("3 messages about your cases"))
                    .filteredOn(mail -> mail.text().contains(one.reference()))
                    .singleElement()
                    .satisfies(
                            mail ->
                                    assertThat(mail.text())
                                            .contains(one.reference(), other.reference())
                                            .contains("Your records are complete"));
            assertThat(service.published(one.caseId().toString())).hasSize(2);
        }

        @Test
        void in_a_day_does_not_wait_for_what_a_sender_left_unfinished() {
            wishes.set("{\"zone\": \"Asia/Karachi\", \"digestHour\": 8}").then().statusCode(200);
            var unfinished = told();
            var other = told();
            await().atMost(30, SECONDS)
                    .until(() -> deliveries(unfinished) + deliveries(other) == 2);

            theHourCameAndASenderDied(unfinished, other);

            await().atMost(40, SECONDS).until(() -> delivered(other) == 1);
            assertThat(delivered(unfinished)).isZero();
        }
    }

    /** Mallory's own case. */
    private Story told() {
        var story = new Story(service);
        story.opened(Person.MALLORY, Relation.PATIENT, "en");
        story.admitted(Person.MALLORY, Relation.PATIENT, "en");
        return story;
    }

    private long deliveries(Story story) {
        return count(
                "select count(*) from delivery d join notification n on n.id = d.notification_id where n.case_id = ?",
                story);
    }

    private long delivered(Story story) {
        return count(
                """
                select count(*) from delivery d join notification n on n.id = d.notification_id
                where n.case_id = ? and d.state = 'DELIVERED'""",
                story);
    }

    private long count(String sql, Story story) {
        return Long.parseLong(service.value(sql, story.caseId()));
    }

    private Instant dueAt(Story story) {
        return Instant.parse(
                service.value(
                        """
                        select to_char(min(d.due_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
                        from delivery d join notification n on n.id = d.notification_id where n.case_id = ?""",
                        story.caseId()));
    }

    /** The clock is the machine's own, so it is the row that moves. */
    private void theHourComes(Story... stories) {
        service.change(
                """
                update delivery d set due_at = now() from notification n
                where n.id = d.notification_id and n.case_id = any(?)""",
                (Object) java.util.Arrays.stream(stories).map(Story::caseId).toArray(UUID[]::new));
    }

    private void theHourCameAndASenderDied(Story unfinished, Story other) {
        service.change(
                """
                update delivery d
                set state = case n.case_id when ? then 'SENDING' else d.state end,
                    due_at = now() - case n.case_id when ? then interval '1 minute' else interval '0' end
                from notification n where n.id = d.notification_id and n.case_id = any(?)""",
                unfinished.caseId(),
                unfinished.caseId(),
                new UUID[] {unfinished.caseId(), other.caseId()});
    }

    private static io.restassured.response.Response put(String body, String ifMatch) {
        var request = as(Person.MALLORY).contentType("application/json").body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put("/api/notification-preferences");
    }

    private static RequestSpecification as(Person person) {
        return given().auth().oauth2(person.token());
    }
}
