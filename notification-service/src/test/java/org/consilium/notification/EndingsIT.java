package org.consilium.notification;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.consilium.contracts.IntakeEvent.PATIENT_DIED;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.contracts.IntakeEvent.CaseWithdrawn;
import org.consilium.contracts.IntakeEvent.GlassBreakReviewed;
import org.consilium.contracts.Relation;
import org.consilium.contracts.ReviewEvent.OfferAccepted;
import org.consilium.contracts.ReviewEvent.ReviewOffered;
import org.consilium.contracts.ReviewEvent.ReviewWithdrawn;
import org.consilium.notification.telling.Kind;
import org.consilium.notification.world.NotificationSettings;
import org.consilium.notification.world.Person;
import org.consilium.notification.world.Service;
import org.consilium.notification.world.Story;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Test;

/** Who hears of an end, and who hears nothing more after it. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "notification"))
@WithTestResource(NotificationSettings.class)
class EndingsIT {

    private final Instant soon = Instant.now().plus(Duration.ofDays(7));

    private final Service service = Service.underTest();
    private final Story story = Story.ofAminaAndYusuf(service);
    private final UUID id = story.caseId();

    @Test
    void after_a_death_the_representative_alone_is_written_to() {
        story.admitted(Person.RAHMAN, Relation.REFERRER, "en");

        story.tell(new CaseWithdrawn(id, Person.AMINA.id(), PATIENT_DIED));
        story.tell(
                new GlassBreakReviewed(
                        id,
                        UUID.randomUUID(),
                        Person.CHEN.id(),
                        Person.LENA.id(),
                        "not-justified"));

        areTold(Kind.CLOSED_QUIETLY, Person.AMINA);
        areTold(Kind.GLASS_BREAK_NOT_JUSTIFIED, Person.AMINA);
        assertThat(told(Kind.WITHDRAWN)).isEmpty();
        assertThat(told(Kind.GLASS_BREAK_REVIEWED)).isEmpty();
    }

    @Test
    void an_end_without_a_death_is_told_to_all_of_them() {
        story.tell(new CaseWithdrawn(id, Person.AMINA.id(), "other"));

        areTold(Kind.WITHDRAWN, Person.AMINA, Person.YUSUF);
        assertThat(told(Kind.CLOSED_QUIETLY)).isEmpty();
    }

    @Test
    void with_its_review_the_case_forgets_who_reviewed_and_tells_them_so() {
        var offer = UUID.randomUUID();
        story.tell(new ReviewOffered(id, offer, Person.CHEN.id(), soon));
        story.tell(new OfferAccepted(id, offer, Person.CHEN.id(), soon));
        story.tell(new ReviewOffered(id, UUID.randomUUID(), Person.OKAFOR.id(), soon));

        story.tell(new ReviewWithdrawn(id, "patient-not-reachable"));

        await().atMost(30, SECONDS).until(() -> told(Kind.REVIEW_WITHDRAWN).size() == 2);
        areTold(Kind.REVIEW_WITHDRAWN, Person.CHEN, Person.OKAFOR);
        assertThat(
                        service.value(
                                """
                                select count(*)::text from case_access
                                where case_id = ? and relation in ('REVIEWER', 'OFFERED_REVIEWER')
                                  and (until is null or until > now())""",
                                id))
                .isEqualTo("0");
    }

    /** All of a kind are written in one transaction, unless the event named each of them. */
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
                        id,
                        kind.code());
        return people == null
                ? Set.of()
                : Stream.of(people.split(" ", -1))
                        .map(UUID::fromString)
                        .collect(Collectors.toSet());
    }
}
