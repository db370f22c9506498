package org.consilium.notification;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.UUID;
import org.consilium.contracts.Relation;
import org.consilium.contracts.ReviewEvent.ReviewOffered;
import org.consilium.contracts.ReviewEvent.ReviewerNotFound;
import org.consilium.notification.world.Door;
import org.consilium.notification.world.Door.Mood;
import org.consilium.notification.world.NotificationSettings;
import org.consilium.notification.world.Person;
import org.consilium.notification.world.Service;
import org.consilium.notification.world.Story;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Keycloak knows where people are reached, and is not always there. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "notification"))
@WithTestResource(NotificationSettings.class)
class DirectoryIT {

    @RegisterExtension static final Door MAIL = Door.toTheMailServer();
    @RegisterExtension static final Door DIRECTORY = Door.toTheDirectory();

    private final Service service = Service.underTest();
    private final Story story = new Story(service);

    @Test
    void while_it_is_away_a_mail_waits() {
        DIRECTORY.be(Mood.HANGS_UP_AT_ONCE);
        story.opened(Person.AMINA, Relation.REPRESENTATIVE, "en");
        await().atMost(30, SECONDS).until(() -> attemptsInVain() >= 1);

        DIRECTORY.be(Mood.OPEN);

        await().atMost(30, SECONDS).until(() -> Person.AMINA.mailsAbout(story).size() == 1);
    }

    @Test
    void while_it_is_away_what_a_whole_pool_is_to_be_told_waits() {
        DIRECTORY.be(Mood.HANGS_UP_AT_ONCE);
        story.opened(Person.AMINA, Relation.REPRESENTATIVE, "en");
        story.tell(new ReviewerNotFound(story.caseId(), 4));
        await().atMost(30, SECONDS).until(() -> spreadInVain() >= 2);

        DIRECTORY.be(Mood.OPEN);

        await().atMost(60, SECONDS).until(() -> Person.CARLA.mailsAbout(story).size() == 1);
        await().atMost(60, SECONDS).until(() -> Person.LENA.mailsAbout(story).size() == 1);
        assertThat(Person.CHEN.mailsAbout(story)).isEmpty();
    }

    @Test
    void whom_it_does_not_know_cannot_be_mailed_and_that_is_said() {
        var nobody = UUID.randomUUID();
        story.opened(Person.AMINA, Relation.REPRESENTATIVE, "en");
        story.tell(new ReviewOffered(story.caseId(), UUID.randomUUID(), nobody, Instant.now()));

        await().atMost(30, SECONDS)
                .until(() -> service.published(story.caseId().toString()).size() == 2);
        assertThat(
                        service.value(
                                """
                                select d.reason from delivery d join notification n on n.id = d.notification_id
                                where n.recipient = ?""",
                                nobody))
                .isEqualTo("NO_ACCOUNT");
    }

    private long attemptsInVain() {
        return Long.parseLong(
                service.value(
                        """
                        select count(*) from attempt a join notification n on n.id = a.notification_id
                        where n.case_id = ? and a.reason = 'directory-away'""",
                        story.caseId()));
    }

    private long spreadInVain() {
        return Long.parseLong(
                service.value(
                        "select coalesce(sum(attempts), 0) from telling where case_id = ? and audience like 'role:%'",
                        story.caseId()));
    }
}
