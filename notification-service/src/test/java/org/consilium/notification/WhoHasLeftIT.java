package org.consilium.notification;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.consilium.contracts.IntakeEvent.CaseReady;
import org.consilium.contracts.IntakeEvent.ConsentRevoked;
import org.consilium.contracts.IntakeEvent.ParticipantRemoved;
import org.consilium.contracts.Relation;
import org.consilium.contracts.ReviewEvent.OpinionReleased;
import org.consilium.notification.telling.Kind;
import org.consilium.notification.world.Door;
import org.consilium.notification.world.NotificationSettings;
import org.consilium.notification.world.Person;
import org.consilium.notification.world.Service;
import org.consilium.notification.world.Story;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What had been told to somebody and not been sent when the patient took it back. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "notification"))
@WithTestResource(NotificationSettings.class)
class WhoHasLeftIT {

    @RegisterExtension static final Door MAIL = Door.toTheMailServer();
    @RegisterExtension static final Door DIRECTORY = Door.toTheDirectory();

    @Inject Scheduler scheduler;

    private final Service service = Service.underTest();
    private final Story story = new Story(service);
    private final UUID id = story.caseId();

    /** As a quiet hour, a digest and a server that defers do. */
    @BeforeEach
    void mails_wait() {
        scheduler.pause("mail");
        story.opened(Person.AMINA, Relation.REPRESENTATIVE, "en");
        story.admitted(Person.AMINA, Relation.REPRESENTATIVE, "en", "act-for-me", "read-opinion");
        story.admitted(Person.YUSUF, Relation.PATIENT, "ur");
    }

    @AfterEach
    void mails_go_out() {
        scheduler.resume("mail");
    }

    @Test
    void reaches_nobody_who_was_removed_but_that_their_access_has_ended() {
        story.tell(new CaseReady(id));
        awaitState(Person.AMINA, Kind.READY, "QUEUED");
        story.tell(new ConsentRevoked(id, UUID.randomUUID(), Person.AMINA.id(), Person.YUSUF.id()));
        story.tell(new ParticipantRemoved(id, Person.AMINA.id(), Relation.REPRESENTATIVE));
        awaitState(Person.AMINA, Kind.ACCESS_ENDED, "QUEUED");
        story.isHeardSoFar();

        scheduler.resume("mail");

        awaitState(Person.AMINA, Kind.ACCESS_ENDED, "DELIVERED");
        awaitState(Person.AMINA, Kind.READY, "FORGONE");
        awaitState(Person.AMINA, Kind.WELCOME, "FORGONE");
        awaitState(Person.YUSUF, Kind.READY, "DELIVERED");
        assertThat(
                        service.value(
                                """
                                select string_agg(distinct d.reason, ' ') from delivery d
                                join notification n on n.id = d.notification_id where n.case_id = ?""",
                                id))
                .isEqualTo("NO_LONGER_ALLOWED");
    }

    @Test
    void reaches_nobody_who_may_no_longer_read_the_opinion_and_all_else_does() {
        story.tell(new CaseReady(id));
        story.isHeardSoFar();
        var until = Instant.now().plus(Duration.ofDays(7));
        story.tell(new OpinionReleased(id, UUID.randomUUID(), 1, Person.LENA.id(), until));
        awaitState(Person.AMINA, Kind.OPINION_RELEASED, "QUEUED");
        story.admitted(Person.AMINA, Relation.REPRESENTATIVE, "en", "act-for-me");
        story.isHeardSoFar();

        scheduler.resume("mail");

        awaitState(Person.AMINA, Kind.OPINION_RELEASED, "FORGONE");
        awaitState(Person.YUSUF, Kind.OPINION_RELEASED, "DELIVERED");
        awaitState(Person.AMINA, Kind.READY, "DELIVERED");
        awaitState(Person.AMINA, Kind.WELCOME, "DELIVERED");
    }

    private void awaitState(Person person, Kind kind, String state) {
        await().atMost(30, SECONDS).until(() -> state(person, kind), state::equals);
    }

    private String state(Person person, Kind kind) {
        return service.value(
                """
                select d.state from delivery d join notification n on n.id = d.notification_id
                where n.case_id = ? and n.recipient = ? and n.kind = ?""",
                id,
                person.id(),
                kind.code());
    }
}
