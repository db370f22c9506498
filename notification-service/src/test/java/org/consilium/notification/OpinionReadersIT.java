package org.consilium.notification;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.contracts.IntakeEvent.OutcomeAsked;
import org.consilium.contracts.Relation;
import org.consilium.contracts.ReviewEvent.FollowUpAnswered;
import org.consilium.contracts.ReviewEvent.OpinionAmended;
import org.consilium.contracts.ReviewEvent.OpinionReleased;
import org.consilium.notification.telling.Kind;
import org.consilium.notification.world.NotificationSettings;
import org.consilium.notification.world.Person;
import org.consilium.notification.world.Service;
import org.consilium.notification.world.Story;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Test;

/** That there is something to read is told to those who may read it. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "notification"))
@WithTestResource(NotificationSettings.class)
class OpinionReadersIT {

    private final Service service = Service.underTest();
    private final Story story = Story.ofAminaAndYusuf(service);

    @Test
    void a_representative_who_may_not_read_the_opinion_is_not_told_that_it_is_ready() {
        story.admitted(Person.TARIQ, Relation.REPRESENTATIVE, "en", "act-for-me", "share-records");

        release();

        areTold(Kind.OPINION_RELEASED, Person.AMINA, Person.YUSUF);
        areTold(Kind.OPINION_AMENDED, Person.AMINA, Person.YUSUF);
        areTold(Kind.FOLLOW_UP_ANSWERED, Person.AMINA, Person.YUSUF);
    }

    @Test
    void one_to_whom_the_patient_allows_it_later_is_told() {
        story.admitted(Person.TARIQ, Relation.REPRESENTATIVE, "en", "act-for-me");
        story.admitted(Person.TARIQ, Relation.REPRESENTATIVE, "en", "act-for-me", "read-opinion");

        release();

        areTold(Kind.OPINION_RELEASED, Person.AMINA, Person.YUSUF, Person.TARIQ);
    }

    @Test
    void one_from_whom_the_patient_took_it_back_is_not() {
        story.admitted(Person.AMINA, Relation.REPRESENTATIVE, "en", "act-for-me");

        release();

        areTold(Kind.OPINION_RELEASED, Person.YUSUF);
    }

    /** A treating doctor is of the patient's side, and may not say how the patient understood. */
    @Test
    void how_it_went_is_asked_of_those_who_may_answer_for_the_patient() {
        story.admitted(Person.TARIQ, Relation.REPRESENTATIVE, "en", "read-opinion");
        story.admitted(Person.RAHMAN, Relation.REFERRER, "en", "act-for-me");
        story.isHeardSoFar();

        story.tell(new OutcomeAsked(story.caseId(), 21, Instant.now().plus(Duration.ofDays(30))));

        areTold(Kind.OUTCOME_ASKED, Person.AMINA, Person.YUSUF);
    }

    private void release() {
        story.isHeardSoFar();
        var id = story.caseId();
        var opinion = UUID.randomUUID();
        var until = Instant.now().plus(Duration.ofDays(7));
        story.tell(new OpinionReleased(id, opinion, 1, Person.LENA.id(), until));
        story.tell(new OpinionAmended(id, opinion, 2, 1, Person.LENA.id(), null));
        story.tell(new FollowUpAnswered(id, UUID.randomUUID(), opinion, Person.CHEN.id()));
    }

    /** All of them are written in one transaction: whoever is not there then is never told. */
    private void areTold(Kind kind, Person... people) {
        var expected = Stream.of(people).map(Person::id).collect(Collectors.toSet());
        await().atMost(30, SECONDS).until(() -> !told(kind).isEmpty());
        assertThat(told(kind)).isEqualTo(expected);
    }

    private Set<UUID> told(Kind kind) {
        var people =
                service.value(
                        """
                        select string_agg(recipient::text, ' ') from notification
                        where case_id = ? and kind = ?""",
                        story.caseId(),
                        kind.code());
        return people == null
                ? Set.of()
                : Stream.of(people.split(" ", -1))
                        .map(UUID::fromString)
                        .collect(Collectors.toSet());
    }
}
