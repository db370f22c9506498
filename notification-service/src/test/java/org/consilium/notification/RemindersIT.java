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
import org.consilium.contracts.IntakeEvent.CaseHeldForRecords;
import org.consilium.contracts.IntakeEvent.CaseReady;
import org.consilium.contracts.IntakeEvent.CaseWithdrawn;
import org.consilium.contracts.IntakeEvent.GlassBreakReviewed;
import org.consilium.contracts.IntakeEvent.GlassBroken;
import org.consilium.contracts.ReviewEvent.Addressee;
import org.consilium.contracts.ReviewEvent.InformationGiven;
import org.consilium.contracts.ReviewEvent.InformationRequested;
import org.consilium.contracts.ReviewEvent.OfferAccepted;
import org.consilium.contracts.ReviewEvent.OpinionSigned;
import org.consilium.contracts.ReviewEvent.ReviewWithdrawn;
import org.consilium.notification.telling.Kind;
import org.consilium.notification.world.Door;
import org.consilium.notification.world.NotificationSettings;
import org.consilium.notification.world.Person;
import org.consilium.notification.world.Service;
import org.consilium.notification.world.Story;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What does not happen in time is recalled, once. Tests tell of events that are days old. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "notification"))
@WithTestResource(NotificationSettings.class)
class RemindersIT {

    @RegisterExtension static final Door MAIL = Door.toTheMailServer();
    @RegisterExtension static final Door DIRECTORY = Door.toTheDirectory();

    private static final Duration TWO_DAYS = Duration.ofDays(2);

    private final Service service = Service.underTest();
    private final Story story = Story.ofAminaAndYusuf(service);
    private final UUID id = story.caseId();
    private final UUID question = UUID.randomUUID();
    private final Instant nextWeek = Instant.now().plus(Duration.ofDays(7));

    @Test
    void a_question_that_is_not_answered_is_recalled_once_to_everybody_on_the_patients_side() {
        story.tell(asked(), ago(TWO_DAYS));

        await().atMost(30, SECONDS).until(() -> told(Kind.ANSWER_REMINDER) == 2);
        await().atMost(30, SECONDS)
                .until(
                        () ->
                                Person.AMINA.mailsAbout(story.reference() + ": the question").size()
                                        == 1);
        story.tell(new CaseReady(id));
        await().atMost(30, SECONDS).until(() -> told(Kind.READY) == 2);
        assertThat(told(Kind.ANSWER_REMINDER)).isEqualTo(2);
        assertThat(planned(Kind.ANSWER_REMINDER)).isZero();
    }

    @Test
    void a_question_that_is_answered_is_not_recalled() {
        story.tell(asked());
        await().atMost(30, SECONDS).until(() -> planned(Kind.ANSWER_REMINDER) == 1);

        story.tell(new InformationGiven(id, question, Person.AMINA.id()));

        await().atMost(30, SECONDS).until(() -> planned(Kind.ANSWER_REMINDER) == 0);
        assertThat(deadlines()).isZero();
    }

    /** The service was away: it hears of the question and of the answer in one breath. */
    @Test
    void what_was_answered_while_nobody_listened_is_not_recalled_either() {
        story.tell(asked(), ago(Duration.ofDays(3)));
        story.tell(new InformationGiven(id, question, Person.AMINA.id()), ago(TWO_DAYS));
        story.tell(new CaseReady(id));

        await().atMost(30, SECONDS).until(() -> told(Kind.READY) == 2);
        assertThat(told(Kind.ANSWER_REMINDER)).isZero();
        assertThat(deadlines()).isZero();
    }

    @Test
    void records_that_do_not_come_are_recalled_to_the_family_and_then_go_to_the_coordinators() {
        story.tell(new CaseHeldForRecords(id, Set.of("histopathology")), ago(Duration.ofDays(14)));

        await().atMost(30, SECONDS).until(() -> told(Kind.RECORDS_REMINDER) == 2);
        await().atMost(30, SECONDS).until(() -> told(Kind.RECORDS_STILL_MISSING) >= 1);
    }

    @Test
    void an_opinion_whose_date_has_moved_is_recalled_on_the_new_one() {
        story.tell(accepted(nextWeek));
        await().atMost(30, SECONDS)
                .until(() -> dueAt(Kind.OPINION_OVERDUE).startsWith(day(nextWeek)));
        var later = nextWeek.plus(TWO_DAYS);

        story.tell(accepted(later));

        await().atMost(30, SECONDS).until(() -> dueAt(Kind.OPINION_OVERDUE).startsWith(day(later)));
        assertThat(deadlines()).isEqualTo(2);
        story.tell(new OpinionSigned(id, question, 1, Person.CHEN.id(), "0".repeat(64)));
        await().atMost(30, SECONDS).until(() -> planned(Kind.OPINION_OVERDUE) == 0);
        assertThat(planned(Kind.RELEASE_OVERDUE)).isEqualTo(1);
    }

    /** Intake has ended the case; what review tells of it comes later. */
    @Test
    void nobody_is_reminded_of_a_case_that_has_ended() {
        story.tell(new CaseWithdrawn(id, Person.AMINA.id(), "other"));
        await().atMost(30, SECONDS).until(() -> told(Kind.WITHDRAWN) == 2);

        story.tell(asked(), ago(TWO_DAYS));

        await().atMost(30, SECONDS).until(() -> told(Kind.INFORMATION_REQUESTED) == 2);
        await().atMost(30, SECONDS).until(() -> planned(Kind.ANSWER_REMINDER) == 0);
        assertThat(told(Kind.ANSWER_REMINDER)).isZero();
    }

    @Test
    void a_glass_break_is_told_and_its_review_is_recalled_although_the_case_has_ended() {
        story.tell(new CaseWithdrawn(id, Person.AMINA.id(), "other"));
        await().atMost(30, SECONDS).until(() -> told(Kind.WITHDRAWN) == 2);

        story.tell(broken(ago(Duration.ofDays(1))), ago(Duration.ofDays(4)));

        await().atMost(30, SECONDS).until(() -> told(Kind.GLASS_BROKEN) == 2);
        await().atMost(30, SECONDS).until(() -> told(Kind.GLASS_BREAK_TO_REVIEW) >= 1);
        await().atMost(30, SECONDS).until(() -> told(Kind.GLASS_BREAK_OVERDUE) >= 1);
    }

    @Test
    void a_glass_break_outlives_the_end_of_its_case_until_it_is_reviewed() {
        story.tell(broken(nextWeek));
        await().atMost(30, SECONDS).until(() -> planned(Kind.GLASS_BREAK_OVERDUE) == 1);
        story.tell(new CaseWithdrawn(id, Person.AMINA.id(), "other"));
        await().atMost(30, SECONDS).until(() -> told(Kind.WITHDRAWN) == 2);
        assertThat(planned(Kind.GLASS_BREAK_OVERDUE)).isEqualTo(1);

        story.tell(
                new GlassBreakReviewed(
                        id, question, Person.CHEN.id(), UUID.randomUUID(), "justified"));

        await().atMost(30, SECONDS).until(() -> told(Kind.GLASS_BREAK_LOOKED_AT) == 1);
        await().atMost(30, SECONDS).until(() -> told(Kind.GLASS_BREAK_REVIEWED) == 2);
        assertThat(planned(Kind.GLASS_BREAK_OVERDUE)).isZero();
    }

    @Test
    void a_signed_amendment_is_recalled_after_the_end_of_the_case_and_a_withdrawn_opinion_not() {
        story.tell(new OpinionSigned(id, question, 2, Person.CHEN.id(), "0".repeat(64)));
        await().atMost(30, SECONDS).until(() -> planned(Kind.RELEASE_OVERDUE) == 1);
        story.tell(new CaseWithdrawn(id, Person.AMINA.id(), "other"));
        await().atMost(30, SECONDS).until(() -> told(Kind.WITHDRAWN) == 2);
        assertThat(planned(Kind.RELEASE_OVERDUE)).isEqualTo(1);

        story.tell(new ReviewWithdrawn(id, null));
        await().atMost(30, SECONDS).until(() -> planned(Kind.RELEASE_OVERDUE) == 0);
    }

    private GlassBroken broken(Instant reviewDue) {
        return new GlassBroken(
                id, question, Person.CHEN.id(), "danger-to-life", Instant.now(), reviewDue);
    }

    private InformationRequested asked() {
        return new InformationRequested(
                id, question, Person.CHEN.id(), Addressee.REQUESTER, nextWeek);
    }

    private OfferAccepted accepted(Instant due) {
        return new OfferAccepted(id, UUID.randomUUID(), Person.CHEN.id(), due);
    }

    private static Instant ago(Duration past) {
        return Instant.now().minus(past);
    }

    private static String day(Instant at) {
        return at.toString().substring(0, 10);
    }

    private long told(Kind kind) {
        return count("select count(*) from notification where case_id = ? and kind = ?", kind);
    }

    private long planned(Kind kind) {
        return count("select count(*) from reminder where case_id = ? and kind = ?", kind);
    }

    private long count(String sql, Kind kind) {
        return Long.parseLong(service.value(sql, id, kind.code()));
    }

    private String dueAt(Kind kind) {
        var due =
                service.value(
                        """
                        select (d.due_at at time zone 'UTC')::text from deadline d join reminder r on r.id = d.ref
                        where r.case_id = ? and r.kind = ?""",
                        id,
                        kind.code());
        return due == null ? "" : due;
    }

    private long deadlines() {
        return Long.parseLong(service.value("select count(*) from deadline where case_id = ?", id));
    }
}
