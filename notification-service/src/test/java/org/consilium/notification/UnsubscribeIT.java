package org.consilium.notification;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.util.Base64;
import org.consilium.contracts.IntakeEvent.CaseDeclined;
import org.consilium.contracts.IntakeEvent.CaseReady;
import org.consilium.contracts.Relation;
import org.consilium.notification.world.Door;
import org.consilium.notification.world.Mailbox.Mail;
import org.consilium.notification.world.NotificationSettings;
import org.consilium.notification.world.Person;
import org.consilium.notification.world.Service;
import org.consilium.notification.world.Story;
import org.consilium.notification.world.Wishes;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** RFC 8058: one click ends mails of one kind, and following a link ends nothing. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "notification"))
@WithTestResource(NotificationSettings.class)
class UnsubscribeIT {

    @RegisterExtension static final Door MAIL = Door.toTheMailServer();
    @RegisterExtension static final Door DIRECTORY = Door.toTheDirectory();

    private final Service service = Service.underTest();
    private final Wishes wishes = new Wishes(Person.MALLORY);
    private final Story story = new Story(service);

    @AfterEach
    void nothing_is_wished_any_more() {
        wishes.set("{}").then().statusCode(200);
    }

    @Test
    void a_mail_that_may_be_switched_off_says_how_and_names_nobody() {
        var mail = welcome();

        assertThat(mail.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(link(mail).toString())
                .startsWith(
                        "https://consilium.example/api/notification-preferences/unsubscription/");
        var token = link(mail).getPath().replaceFirst(".*/", "");
        assertThat(token + new String(Base64.getUrlDecoder().decode(token), ISO_8859_1))
                .doesNotContain(
                        story.reference(), "mallory", "welcome", Person.MALLORY.id().toString());
    }

    @Test
    void a_mail_on_which_care_or_a_right_depends_cannot_be_unsubscribed() {
        opened();
        story.tell(new CaseDeclined(story.caseId(), Person.CARLA.id(), "out-of-scope"));
        await().atMost(30, SECONDS).until(() -> Person.MALLORY.mailsAbout(story).size() == 2);

        assertThat(Person.MALLORY.mailsAbout(story).getLast().header("List-Unsubscribe")).isNull();
        assertThat(Person.MALLORY.mailsAbout(story).getLast().header("List-Unsubscribe-Post"))
                .isNull();
    }

    @Test
    void following_the_link_asks_and_changes_nothing() {
        var path = link(welcome()).getPath();

        for (int i = 0; i < 3; i++) {
            given().get(path)
                    .then()
                    .statusCode(200)
                    .contentType("text/html")
                    .header("Cache-Control", "no-store")
                    .body(containsString("your case has been opened"))
                    .body(containsString("<form method=\"post\">"));
            given().head(path).then().statusCode(200);
        }
        wishes.read().then().body("channels.welcome.mail", equalTo(true));
    }

    @Test
    void one_click_without_a_login_ends_mails_of_the_kind_and_a_second_click_changes_nothing() {
        var path = link(welcome()).getPath();

        oneClick(path).then().statusCode(200).body(containsString("no more mails"));
        given().multiPart("List-Unsubscribe", "One-Click").post(path).then().statusCode(200);

        wishes.read()
                .then()
                .body("channels.welcome.mail", equalTo(false))
                .body("channels.ready.mail", equalTo(true));
        var next = new Story(service);
        next.opened(Person.MALLORY, Relation.PATIENT, "en");
        next.admitted(Person.MALLORY, Relation.PATIENT, "en");
        next.tell(new CaseReady(next.caseId()));
        await().atMost(30, SECONDS).until(() -> Person.MALLORY.mailsAbout(next).size() == 1);
        assertThat(Person.MALLORY.mailsAbout(next).getFirst().subject())
                .contains("your records are complete");
    }

    @Test
    void a_link_that_nobody_was_mailed_leads_nowhere() {
        var path = link(welcome()).getPath();
        var forged = path.substring(0, path.length() - 2) + (path.endsWith("AA") ? "BB" : "AA");

        given().get(forged).then().statusCode(404);
        oneClick(forged)
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:consilium:problem:not-found"));
        wishes.read().then().body("channels.welcome.mail", equalTo(true));
    }

    private Mail welcome() {
        opened();
        return Person.MALLORY.mailsAbout(story).getFirst();
    }

    private void opened() {
        story.opened(Person.MALLORY, Relation.PATIENT, "en");
        story.admitted(Person.MALLORY, Relation.PATIENT, "en");
        await().atMost(30, SECONDS).until(() -> Person.MALLORY.mailsAbout(story).size() == 1);
    }

    private static URI link(Mail mail) {
        return URI.create(mail.header("List-Unsubscribe").replaceAll("[<>\\s]", ""));
    }

    private static Response oneClick(String path) {
        return given().formParam("List-Unsubscribe", "One-Click").post(path);
    }
}
