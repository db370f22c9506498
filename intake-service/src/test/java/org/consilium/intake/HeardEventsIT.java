package org.consilium.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.intake.world.Person.AMINA;
import static org.consilium.intake.world.Person.CARLA;
import static org.consilium.intake.world.Person.CHEN;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.consilium.contracts.CaseEvent;
import org.consilium.contracts.ContractSamples;
import org.consilium.contracts.DocumentsEvent.RecordsAssessed;
import org.consilium.contracts.EventTypes;
import org.consilium.contracts.ReviewEvent.AmendmentBegun;
import org.consilium.contracts.ReviewEvent.AmendmentEnd;
import org.consilium.contracts.ReviewEvent.AmendmentEnded;
import org.consilium.contracts.ReviewEvent.OfferAccepted;
import org.consilium.contracts.ReviewEvent.OpinionAmended;
import org.consilium.contracts.ReviewEvent.OpinionReleased;
import org.consilium.contracts.Source;
import org.consilium.intake.world.FamilyCase;
import org.consilium.intake.world.OtherService;
import org.consilium.intake.world.Records;
import org.consilium.intake.world.Waiting;
import org.consilium.kit.events.Envelope;
import org.consilium.kit.events.EventJson;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Other services' facts: once each, early or late, never a harm. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "intake"))
class HeardEventsIT {

    @Test
    void a_repeated_event_changes_nothing() {
        var story = FamilyCase.submitted();
        CARLA.post(story.path("/triage/start"), null).statusCode(200);
        CARLA.post(story.path("/triage"), FamilyCase.triage()).statusCode(200);
        var first =
                story.documents()
                        .tells(new RecordsAssessed(story.uuid(), true, Set.of(), Set.of()));
        story.awaitState("ready");

        for (int i = 0; i < 5; i++) {
            OtherService.publish(first);
        }
        story.offered(CHEN);
        story.awaitHeard(2);

        assertThat(Records.eventTypes(story.id()))
                .filteredOn("intake.case-ready.v1"::equals)
                .hasSize(1);
    }

    @Test
    void an_event_that_comes_before_its_turn_waits_for_it() {
        var story = FamilyCase.ready();
        var early = release(story, 2, Instant.now().plusSeconds(600));
        OtherService.publish(early);
        var accepted =
                envelope(
                        new OfferAccepted(
                                story.uuid(), UUID.randomUUID(), CHEN.id(), FamilyCase.SOON),
                        1);
        OtherService.publish(accepted);

        story.awaitState("delivered");
    }

    @Test
    void an_event_of_a_case_that_has_ended_is_kept_and_changes_nothing() {
        var story = FamilyCase.ready();
        AMINA.post(story.path("/withdrawal"), Map.of("reason", "other")).statusCode(200);
        story.offered(CHEN);
        story.accepted(CHEN);
        story.awaitHeard(3);

        AMINA.get(story.path("")).body("state", equalTo("withdrawn"));
        assertThat(
                        Records.count(
                                "select count(*) from dead_letter where case_id = ?", story.uuid()))
                .isZero();
    }

    @Test
    void the_window_for_questions_closes_the_case_by_itself() {
        var story = FamilyCase.inReview(CHEN);
        OtherService.publish(release(story, 3, Instant.now().plusSeconds(2)));
        story.awaitState("closed");

        assertThat(Records.events(story.id()).getLast().data()).contains("follow-up-ended");
    }

    @Test
    void a_later_version_opens_the_window_for_questions_anew() {
        var story = FamilyCase.inReview(CHEN);
        OtherService.publish(release(story, 3, Instant.now().plusSeconds(600)));
        story.awaitState("delivered");
        OtherService.publish(amendment(story, 4, Instant.now().plusSeconds(2)));
        story.awaitState("closed");

        OtherService.publish(amendment(story, 5, null));
        story.awaitHeard(5);
        AMINA.get(story.path("/timeline"))
                .body("items.code.count { it == 'opinion-amended' }", equalTo(2))
                .body("turn", equalTo("nobody"));
    }

    @Test
    void the_window_does_not_close_the_case_while_a_later_version_is_on_its_way() {
        var story = FamilyCase.inReview(CHEN);
        OtherService.publish(envelope(new AmendmentBegun(story.uuid(), 2, CHEN.id()), 4));
        OtherService.publish(release(story, 3, Instant.now().plusSeconds(1)));
        story.awaitHeard(4);
        Waiting.until(
                () ->
                        Records.count(
                                        "select count(*) from deadline where case_id = ? and kind = 'follow-up-end'",
                                        story.uuid())
                                == 0);
        story.awaitState("delivered");

        var ended = new AmendmentEnded(story.uuid(), 2, CHEN.id(), CHEN.id(), AmendmentEnd.LET_BE);
        OtherService.publish(envelope(ended, 5));
        story.awaitState("closed");
    }

    @Test
    void a_draft_that_nobody_submits_expires() {
        var story = FamilyCase.opened();
        var kept =
                Records.count(
                        "select extract(day from due_at - now())::bigint from deadline where case_id = ? and kind = 'draft-expiry'",
                        story.uuid());
        assertThat(kept).isEqualTo(29);
        Records.change("update deadline set try_at = now() where case_id = ?", story.uuid());

        story.awaitState("expired");
        assertThat(Records.eventTypes(story.id())).endsWith("intake.case-expired.v1");
    }

    @Test
    void a_submitted_case_does_not_expire() {
        var story = FamilyCase.submitted();

        assertThat(Records.count("select count(*) from deadline where case_id = ?", story.uuid()))
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("consumed")
    void every_sample_of_what_we_consume_can_be_taken_in(Class<? extends CaseEvent> type) {
        var name = EventTypes.nameOf(type);
        var event = EventJson.read(ContractSamples.read(name), type);
        var source = Source.ofCode(name.split("\\.", 2)[0]).orElseThrow();
        var deadBefore = Records.count("select count(*) from dead_letter");
        var taken =
                Records.count(
                        "select coalesce(max(last_seq), 0) from inbox_head where source = ? and case_id = ?",
                        source.code(),
                        event.caseId());

        OtherService.publish(
                new Envelope(
                        UUID.randomUUID(),
                        source,
                        name,
                        event.caseId(),
                        taken + 1,
                        "service:sample",
                        Instant.now(),
                        ContractSamples.read(name)));

        Waiting.until(
                () ->
                        Records.count(
                                        "select count(*) from heard_event where type = ? and case_id = ?",
                                        name,
                                        event.caseId())
                                == 1);
        assertThat(Records.count("select count(*) from dead_letter")).isEqualTo(deadBefore);
    }

    static Stream<Class<? extends CaseEvent>> consumed() {
        return Stream.of(Source.DOCUMENTS, Source.REVIEW, Source.NOTIFICATION)
                .flatMap(source -> Stream.of(source.events().getPermittedSubclasses()))
                .map(type -> type.asSubclass(CaseEvent.class));
    }

    private static Envelope release(FamilyCase story, long seq, Instant until) {
        return envelope(
                new OpinionReleased(story.uuid(), UUID.randomUUID(), 1, UUID.randomUUID(), until),
                seq);
    }

    private static Envelope amendment(FamilyCase story, long seq, Instant until) {
        return envelope(
                new OpinionAmended(story.uuid(), UUID.randomUUID(), 2, 1, UUID.randomUUID(), until),
                seq);
    }

    private static Envelope envelope(CaseEvent event, long seq) {
        return new Envelope(
                UUID.randomUUID(),
                Source.REVIEW,
                EventTypes.nameOf(event.getClass()),
                event.caseId(),
                seq,
                "service:review-service",
                Instant.now(),
                EventJson.write(event));
    }
}
