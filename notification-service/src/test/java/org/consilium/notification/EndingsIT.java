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
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.contracts.DocumentsEvent.CopyFailed;
import org.consilium.contracts.IntakeEvent.CaseClosed;
import org.consilium.contracts.IntakeEvent.CaseReady;
import org.consilium.contracts.IntakeEvent.CaseWithdrawn;
import org.consilium.contracts.IntakeEvent.DeathRecorded;
import org.consilium.contracts.IntakeEvent.GlassBreakReviewed;
import org.consilium.contracts.Relation;
import org.consilium.contracts.ReviewEvent.Addressee;
import org.consilium.contracts.ReviewEvent.FirstTeamUnknown;
import org.consilium.contracts.ReviewEvent.InformationRequested;
import org.consilium.contracts.ReviewEvent.OfferAccepted;
import org.consilium.contracts.ReviewEvent.OpinionAmended;
import org.consilium.contracts.ReviewEvent.ReviewOffered;
import org.consilium.contracts.ReviewEvent.ReviewWithdrawn;
import org.consilium.notification.telling.Kind;
import org.consilium.notification.world.Door;
import org.consilium.notification.world.NotificationSettings;
import org.consilium.notification.world.Person;
import org.consilium.notification.world.Service;
import org.consilium.notification.world.Story;
import org.consilium.notification.world.Wishes;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who hears of an end, and who hears nothing more after it. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "notification"))
@WithTestResource(NotificationSettings.class)
class EndingsIT {

    @RegisterExtension static final Door MAIL = Door.toTheMailServer();
    @RegisterExtension static final Door DIRECTORY = Door.toTheDirectory();

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
    void what_waits_at_a_death_is_sent_to_nobody_of_the_patients_side_but_that_it_is_noted() {
        story.admitted(Person.RAHMAN, Relation.REFERRER, "en");
        var family = List.of(Person.AMINA, Person.YUSUF, Person.RAHMAN);
        family.forEach(person -> new Wishes(person).quietNow());
        story.tell(new CaseReady(id));
        await().atMost(30, SECONDS).until(() -> told(Kind.READY).size() == 3);
        assertThat(states(Kind.READY)).isEqualTo("QUEUED");

        story.tell(new CaseWithdrawn(id, Person.AMINA.id(), PATIENT_DIED));

        await().atMost(30, SECONDS).until(() -> states(Kind.READY).equals("FORGONE"));
        areTold(Kind.CLOSED_QUIETLY, Person.AMINA);
        assertThat(states(Kind.CLOSED_QUIETLY)).isEqualTo("QUEUED");

        theServerHadPutOffWhatWasOnItsWay();

        await().atMost(30, SECONDS).until(() -> states(Kind.READY).equals("FORGONE"));
        assertThat(Person.YUSUF.mailsAbout(story)).isEmpty();
        family.forEach(person -> new Wishes(person).none());
    }

    @Test
    void whoever_is_left_is_asked_for_nothing_by_what_comes_after_a_death() {
        story.tell(new CaseWithdrawn(id, Person.AMINA.id(), PATIENT_DIED));
        areTold(Kind.CLOSED_QUIETLY, Person.AMINA);

        story.tell(
                new InformationRequested(
                        id, UUID.randomUUID(), Person.CHEN.id(), Addressee.REQUESTER, soon));
        story.tell(new CopyFailed(id, UUID.randomUUID(), Person.YUSUF.id(), "unreadable"));
        story.tell(new CopyFailed(id, UUID.randomUUID(), Person.AMINA.id(), "unreadable"));
        story.tell(new FirstTeamUnknown(id));

        areTold(Kind.FIRST_TEAM_UNKNOWN, Person.CARLA, Person.LENA, Person.SOFIA);
        areTold(Kind.BETTER_COPY_NEEDED, Person.CARLA);
        assertThat(told(Kind.INFORMATION_REQUESTED)).isEmpty();
        assertThat(told(Kind.COPY_FAILED)).isEmpty();
    }

    @Test
    void a_death_after_the_end_silences_what_is_still_to_come_and_is_told_to_who_represented() {
        story.tell(new CaseClosed(id, "answered"));
        areTold(Kind.CLOSED, Person.AMINA, Person.YUSUF);

        story.tell(new DeathRecorded(id));
        areTold(Kind.NOTED_QUIETLY, Person.AMINA);
        story.tell(new OpinionAmended(id, UUID.randomUUID(), 2, 1, Person.LENA.id(), null));
        story.tell(new FirstTeamUnknown(id));

        areTold(Kind.FIRST_TEAM_UNKNOWN, Person.CARLA, Person.LENA, Person.SOFIA);
        assertThat(told(Kind.OPINION_AMENDED)).isEmpty();
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

    /** The message was with the server when the patient died, and the server deferred it. */
    private void theServerHadPutOffWhatWasOnItsWay() {
        service.change(
                """
                update delivery set state = 'QUEUED', due_at = now(), ended_at = null, reason = null
                where notification_id = (select id from notification
                                         where case_id = ? and kind = ? and recipient = ?)""",
                id,
                Kind.READY.code(),
                Person.YUSUF.id());
    }

    private String states(Kind kind) {
        return service.value(
                """
                select string_agg(distinct d.state, ' ') from delivery d join notification n on n.id = d.notification_id
                where n.case_id = ? and n.kind = ?""",
                id,
                kind.code());
    }

    private void areTold(Kind kind, Person... people) {
        var expected = Stream.of(people).map(Person::id).collect(Collectors.toSet());
        await().atMost(30, SECONDS).until(() -> told(kind), expected::equals);
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
