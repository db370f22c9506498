package org.consilium.notification;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.consilium.contracts.IntakeEvent.CaseReady;
import org.consilium.contracts.Relation;
import org.consilium.notification.world.Door;
import org.consilium.notification.world.NotificationSettings;
import org.consilium.notification.world.Person;
import org.consilium.notification.world.Service;
import org.consilium.notification.world.Story;
import org.consilium.notification.world.TelephoneBook;
import org.consilium.notification.world.TelephoneServer;
import org.consilium.notification.world.TelephoneServer.Mood;
import org.consilium.notification.world.Wishes;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One message to a telephone, and all that can happen to it on its way out. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "notification"))
@WithTestResource(NotificationSettings.class)
class TelephonesIT {

    @RegisterExtension static final Door MAIL = Door.toTheMailServer();
    @RegisterExtension static final TelephoneBook DIRECTORY = new TelephoneBook();
    @RegisterExtension final TelephoneServer server = new TelephoneServer();

    private final Service service = Service.underTest();
    private final Wishes wishes = new Wishes(Person.MALLORY);
    private final Story story = new Story(service);

    @AfterEach
    void nothing_is_wished_any_more() {
        wishes.set("{}").then().statusCode(200);
    }

    @Nested
    class What_is_sent {

        @Test
        void by_short_message_is_one_line_and_a_link() {
            told("sms");

            awaitState("sms", "DELIVERED");
            var handed = server.handedAbout(story).getFirst();
            assertThat(handed.path()).isEqualTo("/sms");
            assertThat(handed.authorization()).isEqualTo("Bearer token-for-sms");
            assertThat(handed.json().getString("to")).isEqualTo(TelephoneBook.NUMBER);
            assertThat(handed.json().getString("text"))
                    .isEqualTo(
                            "Consilium, case %s: your case has been opened. https://consilium.example/cases/%s"
                                    .formatted(story.reference(), story.caseId()));
            assertThat(handed.json().fieldNames())
                    .containsExactlyInAnyOrder("to", "from", "text", "reference");
        }

        @Test
        void by_whatsapp_is_the_approved_template_with_three_words_to_fill_in() {
            told("whatsapp");

            awaitState("whatsapp", "DELIVERED");
            var handed = server.handedAbout(story).getFirst();
            assertThat(handed.path()).isEqualTo("/v23.0/1234567890/messages");
            assertThat(handed.authorization()).isEqualTo("Bearer token-for-whatsapp");
            var template = handed.json().getJsonObject("template");
            assertThat(template.getString("name")).isEqualTo("case_update");
            assertThat(template.getJsonObject("language").getString("code")).isEqualTo("en");
            var body = template.getJsonArray("components").getJsonObject(0);
            assertThat(body.getJsonArray("parameters").encode())
                    .isEqualTo(
                            """
                            [{"type":"text","text":"%s"},{"type":"text","text":"your case has been opened"},\
                            {"type":"text","text":"https://consilium.example/cases/%s"}]"""
                                    .formatted(story.reference(), story.caseId()));
        }

        @Test
        void goes_to_no_telephone_that_was_not_wished_for() {
            wishes.set("{\"channels\": {\"welcome\": {\"mail\": false}}}").then().statusCode(200);
            story.opened(Person.MALLORY, Relation.PATIENT, "en");

            await().atMost(30, SECONDS).until(() -> told() == 1);
            assertThat(deliveries()).isZero();
        }

        @Test
        void leaves_the_number_nowhere() {
            told("sms");
            awaitState("sms", "DELIVERED");

            for (var table :
                    List.of("delivery", "attempt", "notification", "preference", "event")) {
                assertThat(
                                service.value(
                                        "select count(*) from " + table + " t where t::text like ?",
                                        "%" + TelephoneBook.NUMBER.substring(1) + "%"))
                        .isEqualTo("0");
            }
        }
    }

    @ParameterizedTest(name = "a server that {0} leaves it {1} because {2}")
    @CsvSource({
        "TOO_MANY,            QUEUED,    server-defers",
        "KNOWS_NOT_OUR_TOKEN, QUEUED,    server-defers",
        "CLOSED_FOR_NOW,      QUEUED,    server-defers",
        "REFUSES,             FAILED,    server-refuses",
        "BREAKS_DOWN,         UNCERTAIN, server-failed",
        "FALLS_SILENT,        UNCERTAIN, no-answer-after-sending",
        "HANGS_UP,            UNCERTAIN, no-answer-after-sending",
    })
    void each_mood_has_its_outcome(Mood mood, String state, String reason) {
        server.be(mood);
        told("whatsapp");

        await().atMost(30, SECONDS).until(() -> attempts(reason) >= 1);
        assertThat(state("whatsapp")).isEqualTo(state);
        assertThat(server.handedAbout(story)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sms", "whatsapp"})
    void a_server_that_nobody_reaches_gets_it_when_it_is_back(String channel) {
        server.shut();
        told(channel);
        await().atMost(30, SECONDS).until(() -> attempts("server-away") >= 1);
        assertThat(state(channel)).isEqualTo("QUEUED");

        server.open();

        awaitState(channel, "DELIVERED");
        assertThat(server.handedAbout(story)).hasSize(1);
    }

    @Test
    void a_server_that_names_a_pause_is_left_alone_for_so_long() {
        server.be(Mood.TOO_MANY);
        told("sms");
        await().atMost(30, SECONDS).until(() -> attempts("server-defers") == 1);

        server.be(Mood.TAKES);

        awaitState("sms", "DELIVERED");
        var pause =
                Double.parseDouble(
                        service.value(
                                """
                                select extract(epoch from max(a.at) - min(a.at)) from attempt a
                                join notification n on n.id = a.notification_id where n.case_id = ?""",
                                story.caseId()));
        assertThat(pause).isGreaterThanOrEqualTo(4);
    }

    /** The mails are older, and together they take the server longer than the test waits. */
    @Test
    void a_mail_server_that_falls_silent_holds_up_no_telephone() {
        MAIL.be(Door.Mood.SILENT_AFTER_DATA);
        wishes.set("{\"channels\": {\"welcome\": {\"mail\": false}}}").then().statusCode(200);
        story.opened(Person.MALLORY, Relation.PATIENT, "en");
        List.of(Person.AMINA, Person.YUSUF, Person.RAHMAN, Person.WEI)
                .forEach(person -> story.admitted(person, Relation.REPRESENTATIVE, "en"));
        for (int i = 0; i < 5; i++) {
            story.tell(new CaseReady(story.caseId()));
        }
        await().atMost(30, SECONDS).until(() -> deliveries() == 20);
        wishes.set("{\"channels\": {\"ready\": {\"mail\": false, \"sms\": true}}}")
                .then()
                .statusCode(200);
        story.admitted(Person.MALLORY, Relation.PATIENT, "en");

        story.tell(new CaseReady(story.caseId()));

        awaitState("sms", "DELIVERED");
        assertThat(
                        count(
                                """
                                select count(*) from delivery d join notification n on n.id = d.notification_id
                                where n.case_id = ? and d.channel = 'mail' and d.state = 'QUEUED'"""))
                .isGreaterThan(4);
        MAIL.be(Door.Mood.OPEN);
    }

    /** Of what Mallory is told, by this way only. */
    private void told(String channel) {
        wishes.set(
                        "{\"channels\": {\"welcome\": {\"mail\": false, \"%s\": true}}}"
                                .formatted(channel))
                .then()
                .statusCode(200);
        story.opened(Person.MALLORY, Relation.PATIENT, "en");
    }

    @Test
    void staff_see_each_way_with_its_own_attempts_and_a_page_parts_none() {
        wishes.set("{\"channels\": {\"welcome\": {\"mail\": true, \"sms\": true}}}")
                .then()
                .statusCode(200);
        server.be(Mood.REFUSES);
        story.opened(Person.MALLORY, Relation.PATIENT, "en");
        awaitState("sms", "FAILED");
        awaitState("mail", "DELIVERED");

        var page =
                given().auth()
                        .oauth2(Person.CARLA.token())
                        .get("/api/notifications/cases/%s?size=1".formatted(story.caseId()))
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();

        assertThat(page.getList("items.channel")).containsExactly("mail", "sms");
        assertThat(page.getList("items.attempts.outcome"))
                .containsExactly(List.of("taken"), List.of("never"));
    }

    private void awaitState(String channel, String expected) {
        await().atMost(30, SECONDS).until(() -> expected.equals(state(channel)));
    }

    private String state(String channel) {
        return service.value(
                """
                select d.state from delivery d join notification n on n.id = d.notification_id
                where n.case_id = ? and d.channel = ?""",
                story.caseId(),
                channel);
    }

    private long told() {
        return count("select count(*) from notification where case_id = ?");
    }

    private long deliveries() {
        return count(
                "select count(*) from delivery d join notification n on n.id = d.notification_id where n.case_id = ?");
    }

    private long count(String sql) {
        return Long.parseLong(service.value(sql, story.caseId()));
    }

    private long attempts(String reason) {
        return Long.parseLong(
                service.value(
                        """
                        select count(*) from attempt a join notification n on n.id = a.notification_id
                        where n.case_id = ? and a.reason = ?""",
                        story.caseId(),
                        reason));
    }
}
