package org.consilium.notification;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import java.util.UUID;
import org.consilium.contracts.ReviewEvent.AssignmentOverridden;
import org.consilium.contracts.ReviewEvent.AssignmentOverrideDeclined;
import org.consilium.contracts.ReviewEvent.AssignmentOverrideProposed;
import org.consilium.notification.world.Door;
import org.consilium.notification.world.NotificationSettings;
import org.consilium.notification.world.Person;
import org.consilium.notification.world.Service;
import org.consilium.notification.world.Story;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A second clinical lead hears that somebody waits for their word, and the first what it was. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "notification"))
@WithTestResource(NotificationSettings.class)
class OverrideIT {

    @RegisterExtension static final Door MAIL = Door.toTheMailServer();
    @RegisterExtension static final Door DIRECTORY = Door.toTheDirectory();

    private static final UUID OVERRIDE = UUID.randomUUID();
    private static final UUID LENA = Person.LENA.id();
    private static final UUID SOFIA = Person.SOFIA.id();

    private final Story story = Story.ofAminaAndYusuf(Service.underTest());

    @Test
    void whoever_proposed_is_told_what_the_other_said_and_nothing_before() {
        proposedByLena();
        await().atMost(60, SECONDS).until(() -> Person.SOFIA.mailsAbout(story).size() == 1);
        assertThat(Person.LENA.mailsAbout(story)).isEmpty();

        story.tell(
                new AssignmentOverridden(
                        story.caseId(),
                        OVERRIDE,
                        UUID.randomUUID(),
                        Person.OKAFOR.id(),
                        LENA,
                        SOFIA,
                        Set.of("language")));

        await().atMost(60, SECONDS).until(() -> Person.LENA.mailsAbout(story).size() == 1);
        assertThat(Person.SOFIA.mailsAbout(story)).hasSize(1);
    }

    @Test
    void of_what_somebody_took_back_themselves_they_are_not_told() {
        proposedByLena();
        story.tell(new AssignmentOverrideDeclined(story.caseId(), OVERRIDE, LENA, LENA));
        proposedByLena();
        story.tell(new AssignmentOverrideDeclined(story.caseId(), OVERRIDE, LENA, SOFIA));

        await().atMost(60, SECONDS).until(() -> Person.LENA.mailsAbout(story).size() == 1);
        await().atMost(60, SECONDS).until(() -> Person.SOFIA.mailsAbout(story).size() == 2);
    }

    private void proposedByLena() {
        story.tell(
                new AssignmentOverrideProposed(
                        story.caseId(), OVERRIDE, Person.OKAFOR.id(), LENA, Set.of("language")));
    }
}
