package org.consilium.notification;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.consilium.contracts.DocumentsEvent.DocumentRejected;
import org.consilium.contracts.IntakeEvent.CaseClosed;
import org.consilium.contracts.IntakeEvent.CaseHeldForRecords;
import org.consilium.contracts.IntakeEvent.CaseReady;
import org.consilium.contracts.IntakeEvent.CaseSubmitted;
import org.consilium.contracts.IntakeEvent.CaseTriaged;
import org.consilium.contracts.IntakeEvent.ConsentGranted;
import org.consilium.contracts.IntakeEvent.ConsentRevoked;
import org.consilium.contracts.IntakeEvent.ParticipantRemoved;
import org.consilium.contracts.IntakeEvent.Urgency;
import org.consilium.contracts.NotificationEvent.NotificationDelivered;
import org.consilium.contracts.OpinionForm;
import org.consilium.contracts.Relation;
import org.consilium.contracts.ReviewEvent.Addressee;
import org.consilium.contracts.ReviewEvent.FollowUpAnswered;
import org.consilium.contracts.ReviewEvent.FollowUpAsked;
import org.consilium.contracts.ReviewEvent.InformationGiven;
import org.consilium.contracts.ReviewEvent.InformationRequested;
import org.consilium.contracts.ReviewEvent.OfferAccepted;
import org.consilium.contracts.ReviewEvent.OfferDeclined;
import org.consilium.contracts.ReviewEvent.OpinionReleased;
import org.consilium.contracts.ReviewEvent.OpinionSigned;
import org.consilium.contracts.ReviewEvent.ReviewOffered;
import org.consilium.kit.events.EventJson;
import org.consilium.notification.sending.MessageKey;
import org.consilium.notification.telling.Kind;
import org.consilium.notification.world.Door;
import org.consilium.notification.world.Mailbox.Mail;
import org.consilium.notification.world.NotificationSettings;
import org.consilium.notification.world.Person;
import org.consilium.notification.world.Service;
import org.consilium.notification.world.Story;
import org.consilium.stack.BackingPartsResource;
import org.consilium.stack.events.EventSchemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every step of a case that goes well, and who has which mail at its end. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "notification"))
@WithTestResource(NotificationSettings.class)
class TheWholeStoryIT {

    @RegisterExtension static final Door MAIL = Door.toTheMailServer();
    @RegisterExtension static final Door DIRECTORY = Door.toTheDirectory();

    private final Service service = Service.underTest();
    private final Story story = Story.ofAminaAndYusuf(service);
    private final UUID id = story.caseId();
    private final UUID ref = UUID.randomUUID();
    private final Instant soon = Instant.now().plus(Duration.ofDays(7));

    @Test
    void each_step_is_mailed_to_the_right_person_once() {
        tellIt();

        await().atMost(30, SECONDS)
                .until(() -> waiting() == 0 && service.published(id.toString()).size() == 33);
        theFamilyIsTold();
        assertThat(kindsOf(Person.TARIQ)).containsExactly(Kind.ACCESS_ENDED);
        assertThat(kindsOf(Person.CARLA)).containsExactly(Kind.NEW_CASE);
        for (var lead : List.of(Person.LENA, Person.SOFIA)) {
            assertThat(kindsOf(lead))
                    .containsExactlyInAnyOrder(Kind.OFFER_DECLINED, Kind.OPINION_SIGNED);
        }
        assertThat(kindsOf(Person.OKAFOR)).containsExactly(Kind.REVIEW_OFFERED);
        assertThat(kindsOf(Person.CHEN))
                .containsExactlyInAnyOrder(
                        Kind.REVIEW_OFFERED, Kind.INFORMATION_GIVEN, Kind.FOLLOW_UP_ASKED);
        assertThat(kindsOf(Person.MALLORY)).isEmpty();
        assertThat(kindsOf(Person.OLGA)).isEmpty();
        everyMailWasPublishedOnce();
    }

    private void theFamilyIsTold() {
        assertThat(kindsOf(Person.AMINA))
                .containsExactlyInAnyOrder(
                        Kind.WELCOME,
                        Kind.CONSENT_RECORDED,
                        Kind.SUBMITTED,
                        Kind.TRIAGED,
                        Kind.RECORDS_MISSING,
                        Kind.DOCUMENT_REJECTED,
                        Kind.READY,
                        Kind.REVIEW_BEGAN,
                        Kind.INFORMATION_REQUESTED,
                        Kind.OPINION_RELEASED,
                        Kind.FOLLOW_UP_ANSWERED,
                        Kind.CONSENT_REVOKED,
                        Kind.CLOSED);
        assertThat(kindsOf(Person.YUSUF))
                .containsExactlyInAnyOrder(
                        Kind.CONSENT_RECORDED,
                        Kind.TRIAGED,
                        Kind.RECORDS_MISSING,
                        Kind.READY,
                        Kind.REVIEW_BEGAN,
                        Kind.INFORMATION_REQUESTED,
                        Kind.OPINION_RELEASED,
                        Kind.FOLLOW_UP_ANSWERED,
                        Kind.CONSENT_REVOKED,
                        Kind.CLOSED);
    }

    private void tellIt() {
        story.tell(consent());
        story.tell(submission());
        story.tell(triage());
        story.tell(new CaseHeldForRecords(id, Set.of("histopathology", "imaging-images")));
        story.tell(new DocumentRejected(id, ref, Person.AMINA.id(), "type-not-allowed", null));
        story.tell(new CaseReady(id));
        story.tell(new ReviewOffered(id, ref, Person.OKAFOR.id(), soon));
        story.tell(new OfferDeclined(id, ref, Person.OKAFOR.id(), "no-time"));
        story.tell(new ReviewOffered(id, UUID.randomUUID(), Person.CHEN.id(), soon));
        story.tell(new OfferAccepted(id, ref, Person.CHEN.id(), soon));
        story.tell(new InformationRequested(id, ref, Person.CHEN.id(), Addressee.REQUESTER, soon));
        story.tell(new InformationGiven(id, ref, Person.AMINA.id()));
        story.tell(new OpinionSigned(id, ref, 1, Person.CHEN.id(), "0".repeat(64)));
        story.tell(new OpinionReleased(id, ref, 1, Person.LENA.id(), soon));
        story.tell(new FollowUpAsked(id, ref, Person.YUSUF.id()));
        story.tell(new FollowUpAnswered(id, ref, ref, Person.CHEN.id()));
        story.tell(new ConsentRevoked(id, ref, Person.TARIQ.id(), Person.YUSUF.id()));
        story.tell(new ParticipantRemoved(id, Person.TARIQ.id(), Relation.REPRESENTATIVE));
        story.tell(new CaseClosed(id, "follow-up-ended"));
    }

    private ConsentGranted consent() {
        return new ConsentGranted(
                id,
                ref,
                Person.AMINA.id(),
                Person.AMINA.id(),
                "consent",
                1,
                "ur",
                null,
                Set.of(),
                null);
    }

    private CaseSubmitted submission() {
        return new CaseSubmitted(
                id,
                story.reference(),
                "family-abroad",
                1,
                "second-opinion",
                Person.AMINA.id(),
                Relation.REPRESENTATIVE,
                "en",
                Set.of(),
                List.of(ref),
                List.of(),
                new OpinionForm(List.of(), List.of()),
                null,
                null,
                true,
                true);
    }

    private CaseTriaged triage() {
        return new CaseTriaged(
                id,
                Person.CARLA.id(),
                "394593009",
                Urgency.ROUTINE,
                "PK",
                Set.of("ur"),
                null,
                Set.of(),
                null);
    }

    /** What of this case is still to be spread or sent. */
    private long waiting() {
        return Long.parseLong(
                service.value(
                        """
                        select (select count(*) from telling where case_id = ?)
                             + (select count(*) from delivery d join notification n on n.id = d.notification_id
                                where n.case_id = ? and d.state in ('QUEUED', 'SENDING'))""",
                        id,
                        id));
    }

    /** By Message-ID, which only the same case, kind, person and event make. */
    private List<Kind> kindsOf(Person person) {
        return person.mailsAbout(story).stream().map(mail -> kindOf(mail, person)).toList();
    }

    private Kind kindOf(Mail mail, Person person) {
        var key = mail.messageId().substring(1, mail.messageId().indexOf('@'));
        var event =
                UUID.fromString(
                        service.value(
                                "select event_id from notification where message_key = ?", key));
        return Arrays.stream(Kind.values())
                .filter(kind -> MessageKey.of(id, kind, person.id(), event).equals(key))
                .findFirst()
                .orElseThrow();
    }

    private void everyMailWasPublishedOnce() {
        var published = service.published(id.toString());
        assertThat(published)
                .allSatisfy(
                        event ->
                                assertThat(EventSchemas.violations(event.type(), event.data()))
                                        .isEmpty());
        assertThat(
                        published.stream()
                                .map(
                                        event ->
                                                EventJson.read(
                                                        event.data(), NotificationDelivered.class)))
                .extracting(NotificationDelivered::notificationId)
                .doesNotHaveDuplicates();
    }
}
