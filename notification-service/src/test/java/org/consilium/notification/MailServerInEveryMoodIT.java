package org.consilium.notification;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consilium.contracts.IntakeEvent.CaseReady;
import org.consilium.contracts.IntakeEvent.CaseRedirected;
import org.consilium.contracts.NotificationEvent.NotificationFailed;
import org.consilium.contracts.Relation;
import org.consilium.contracts.ReviewEvent.ReviewOffered;
import org.consilium.kit.events.Envelope;
import org.consilium.kit.events.EventJson;
import org.consilium.notification.sending.MessageKey;
import org.consilium.notification.telling.Kind;
import org.consilium.notification.world.Door;
import org.consilium.notification.world.Door.Mood;
import org.consilium.notification.world.NotificationSettings;
import org.consilium.notification.world.Person;
import org.consilium.notification.world.Service;
import org.consilium.notification.world.Story;
import org.consilium.stack.BackingPartsResource;
import org.consilium.stack.events.EventSchemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One mail, and all that can happen to it on its way out. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "notification"))
@WithTestResource(NotificationSettings.class)
class MailServerInEveryMoodIT {

    @RegisterExtension static final Door MAIL = Door.toTheMailServer();
    @RegisterExtension static final Door DIRECTORY = Door.toTheDirectory();

    @Inject Scheduler scheduler;

    private final Service service = Service.underTest();
    private final Story story = new Story(service);

    @Test
    void a_repeated_event_sends_nothing_more() {
        var opened = welcome(Person.AMINA);
        awaitState("DELIVERED");

        for (int i = 0; i < 20; i++) {
            story.repeat(opened);
        }
        story.tell(
                new ReviewOffered(
                        story.caseId(), UUID.randomUUID(), Person.CHEN.id(), Instant.now()));

        await().atMost(30, SECONDS).until(() -> Person.CHEN.mailsAbout(story).size() == 1);
        assertThat(Person.AMINA.mailsAbout(story)).hasSize(1);
        assertThat(service.published(story.caseId().toString())).hasSize(2);
    }

    @Test
    void a_mail_carries_the_message_id_of_its_case_kind_person_and_event() {
        var opened = welcome(Person.AMINA);
        awaitState("DELIVERED");

        var key = MessageKey.of(story.caseId(), Kind.WELCOME, Person.AMINA.id(), opened.id());
        assertThat(Person.AMINA.mailsAbout(story))
                .singleElement()
                .satisfies(
                        mail ->
                                assertThat(mail.messageId())
                                        .isEqualTo("<" + key + "@consilium.example>"));
    }

    @Test
    void a_server_that_is_down_gets_the_mail_when_it_is_up_again() throws IOException {
        MAIL.shut();
        welcome(Person.AMINA);
        await().atMost(30, SECONDS).until(() -> attempts("server-away") >= 2);
        assertThat(state()).isEqualTo("QUEUED");

        MAIL.open();

        awaitState("DELIVERED");
        assertThat(Person.AMINA.mailsAbout(story)).hasSize(1);
    }

    @Test
    void a_balancer_without_a_server_behind_it_is_a_server_that_is_down() {
        MAIL.be(Mood.HANGS_UP_AT_ONCE);
        welcome(Person.AMINA);
        await().atMost(30, SECONDS).until(() -> attempts("server-away") >= 1);
        assertThat(state()).isEqualTo("QUEUED");

        MAIL.be(Mood.OPEN);

        awaitState("DELIVERED");
        assertThat(Person.AMINA.mailsAbout(story)).hasSize(1);
    }

    @Test
    void a_server_that_defers_is_asked_again() {
        MAIL.be(Mood.DEFERS);
        welcome(Person.AMINA);
        await().atMost(30, SECONDS).until(() -> attempts("server-defers") >= 1);
        assertThat(replyCode()).isEqualTo("451");

        MAIL.be(Mood.OPEN);

        awaitState("DELIVERED");
        assertThat(replyCode()).isEqualTo("250");
        assertThat(Person.AMINA.mailsAbout(story)).hasSize(1);
    }

    @Test
    void a_server_that_refuses_is_not_asked_again_and_the_reason_is_published() {
        MAIL.be(Mood.REFUSES);
        welcome(Person.AMINA);

        awaitState("FAILED");
        assertThat(replyCode()).isEqualTo("550");
        assertThat(failure().reason()).isEqualTo("server-refuses");
        aLaterMailOfTheSameCaseGoesOut();
        assertThat(attempts("server-refuses")).isEqualTo(1);
        assertThat(Person.AMINA.mailsAbout(story)).isEmpty();
    }

    @Test
    void a_server_that_falls_silent_after_the_mail_leaves_it_uncertain_and_gets_no_second_one() {
        MAIL.be(Mood.SILENT_AFTER_DATA);
        welcome(Person.AMINA);

        awaitState("UNCERTAIN");
        assertThat(failure().reason()).isEqualTo("no-answer-after-sending");
        assertThat(MAIL.mailsTakenAbout(story)).isEqualTo(1);
        aLaterMailOfTheSameCaseGoesOut();
        assertThat(Person.AMINA.mailsAbout(story)).isEmpty();
    }

    @Test
    void a_server_that_hangs_up_after_the_mail_leaves_it_uncertain_too() {
        MAIL.be(Mood.HANGS_UP_AFTER_DATA);
        welcome(Person.AMINA);

        awaitState("UNCERTAIN");
        assertThat(MAIL.mailsTakenAbout(story)).isEqualTo(1);
    }

    /** Another source may be faster: what it tells waits until the case has a name here. */
    @Test
    void nothing_is_told_of_a_case_whose_reference_is_not_known_yet() {
        story.tell(
                new ReviewOffered(
                        story.caseId(), UUID.randomUUID(), Person.CHEN.id(), Instant.now()));
        await().atMost(30, SECONDS).until(() -> waitingToBeTold() == 1);

        story.opened(Person.AMINA, Relation.REPRESENTATIVE, "en");

        await().atMost(30, SECONDS).until(() -> Person.CHEN.mailsAbout(story).size() == 1);
        assertThat(Person.CHEN.mailsAbout(story).getFirst().subject()).contains(story.reference());
    }

    @Test
    void what_is_urgent_goes_out_before_what_has_waited_for_longer() {
        scheduler.pause("mail");
        try {
            welcome(Person.AMINA);
            story.admitted(Person.AMINA, Relation.REPRESENTATIVE, "en");
            story.tell(new CaseReady(story.caseId()));
            await().atMost(30, SECONDS).until(() -> queued() == 2);
            story.tell(new CaseRedirected(story.caseId(), Person.CARLA.id(), "unstable"));
            await().atMost(30, SECONDS).until(() -> queued() == 3);
        } finally {
            scheduler.resume("mail");
        }

        await().atMost(30, SECONDS).until(() -> kindsAsTried().size() == 3);
        assertThat(kindsAsTried()).first().isEqualTo(Kind.REDIRECTED.code());
    }

    private Envelope welcome(Person person) {
        return story.opened(person, Relation.REPRESENTATIVE, "en");
    }

    private void aLaterMailOfTheSameCaseGoesOut() {
        MAIL.be(Mood.OPEN);
        story.tell(
                new ReviewOffered(
                        story.caseId(), UUID.randomUUID(), Person.CHEN.id(), Instant.now()));
        await().atMost(30, SECONDS).until(() -> Person.CHEN.mailsAbout(story).size() == 1);
    }

    private void awaitState(String expected) {
        await().atMost(30, SECONDS).until(() -> expected.equals(state()));
    }

    private String state() {
        return service.value(
                "select d.state from delivery d join notification n on n.id = d.notification_id where n.case_id = ?",
                story.caseId());
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

    private long queued() {
        return Long.parseLong(
                service.value(
                        """
                        select count(*) from delivery d join notification n on n.id = d.notification_id
                        where n.case_id = ? and d.state = 'QUEUED'""",
                        story.caseId()));
    }

    private List<String> kindsAsTried() {
        var kinds =
                service.value(
                        """
                        select coalesce(string_agg(n.kind, ' ' order by a.at), '') from attempt a
                        join notification n on n.id = a.notification_id where n.case_id = ?""",
                        story.caseId());
        return List.of(kinds.split(" ", -1));
    }

    private String replyCode() {
        return service.value(
                """
                select a.reply_code from attempt a join notification n on n.id = a.notification_id
                where n.case_id = ? order by a.number desc""",
                story.caseId());
    }

    private long waitingToBeTold() {
        return Long.parseLong(
                service.value("select count(*) from telling where case_id = ?", story.caseId()));
    }

    private NotificationFailed failure() {
        var caseId = story.caseId().toString();
        await().atMost(30, SECONDS).until(() -> !service.published(caseId).isEmpty());
        var event = service.published(caseId).getFirst();
        assertThat(EventSchemas.violations(event.type(), event.data())).isEmpty();
        return EventJson.read(event.data(), NotificationFailed.class);
    }
}
