package org.consilium.kit;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.consilium.contracts.ReviewEvent.ReviewerNotFound;
import org.consilium.kit.events.Envelope;
import org.consilium.kit.probe.Probe;
import org.consilium.kit.probe.ReviewStandIn;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "intake"))
@WithTestResource(ReviewStandIn.class)
class InboxIT {

    private static final int UNBEARABLE = 13;

    private final UUID caseId = UUID.randomUUID();

    @Test
    void an_event_delivered_a_hundred_times_has_one_effect() {
        var first = event(1, 2);
        for (int i = 0; i < 100; i++) {
            Probe.publish(first);
        }
        Probe.publish(event(2, 2));
        await().atMost(20, SECONDS).until(() -> effects() == 2);
        assertThat(Probe.onTopic("review.events", caseId.toString())).hasSize(101);
        assertThat(effectsOf(first)).isEqualTo(1);
    }

    @Test
    void another_event_with_a_handled_number_dies_and_parks_the_case() {
        Probe.publish(event(1, 2));
        await().atMost(10, SECONDS).until(() -> effects() == 1);
        Probe.publish(event(1, 3));
        await().atMost(10, SECONDS).until(() -> deadLetters() == 1);
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void what_came_early_waits_for_its_turn() {
        var second = event(2, 2);
        Probe.publish(second);
        await().atMost(10, SECONDS).until(() -> waiting() == 1);
        assertThat(effects()).isZero();
        Probe.publish(event(1, 2));
        await().atMost(10, SECONDS).until(() -> effects() == 2);
        assertThat(waiting()).isZero();
        assertThat(orderOfEffects()).isTrue();
    }

    @Test
    void what_is_missing_is_asked_of_its_source() {
        var missing = event(1, 2);
        var late = event(2, 2);
        ReviewStandIn.knows(missing, late);
        Probe.publish(late);
        await().atMost(20, SECONDS).until(() -> effects() == 2);
        assertThat(waiting()).isZero();
        assertThat(orderOfEffects()).isTrue();
        assertThat(Probe.audiences(ReviewStandIn.tokenOfLastQuestion(caseId)))
                .contains("review")
                .doesNotContain("intake", "documents", "notification");
    }

    @Test
    void an_event_that_cannot_be_applied_parks_its_case_and_only_it_until_it_is_replayed() {
        var unbearable = event(1, UNBEARABLE);
        Probe.publish(unbearable);
        Probe.publish(event(2, 2));
        await().atMost(30, SECONDS).until(() -> deadLetters() == 1);
        await().atMost(10, SECONDS).until(() -> waiting() == 1);
        assertThat(effects()).isZero();

        var other = new InboxIT();
        Probe.publish(other.event(1, 2));
        await().atMost(10, SECONDS).until(() -> other.effects() == 1);

        ReviewStandIn.knows(mended(unbearable), event(2, 2));
        replayTheDeadLetter();
        await().atMost(20, SECONDS).until(() -> effects() == 2);
        assertThat(orderOfEffects()).isTrue();
    }

    @Test
    void a_dead_letter_is_copied_to_its_topic_with_reason_and_origin() {
        Probe.publish(caseId.toString(), "{".getBytes(UTF_8), event(1, 2).headers());
        await().atMost(20, SECONDS)
                .until(() -> !Probe.onTopic("intake.dead-letters", caseId.toString()).isEmpty());
        var copy = Probe.onTopic("intake.dead-letters", caseId.toString()).getFirst();
        assertThat(new String(copy.headers().lastHeader("reason").value(), UTF_8))
                .isEqualTo("value is not JSON of its type");
        assertThat(new String(copy.headers().lastHeader("origin").value(), UTF_8))
                .contains("review.events-");
    }

    @Test
    void poison_of_every_kind_dies_without_stopping_what_comes_after() {
        var before = Probe.count("select count(*) from dead_letter");
        Probe.publish(caseId.toString(), "{}".getBytes(UTF_8), List.of());
        Probe.publish(
                caseId.toString(),
                "{}".getBytes(UTF_8),
                List.of(new RecordHeader("ce_id", new byte[] {0})));
        Probe.publish(caseId.toString(), null, event(1, 2).headers());
        Probe.publish(null, new byte[] {(byte) 0xc3, 0x28}, ofAnotherCase());
        Probe.publish(caseId.toString(), "[".repeat(100_000).getBytes(UTF_8), ofAnotherCase());
        Probe.publish(
                caseId.toString(),
                ("{\"considered\":" + "9".repeat(5000) + "}").getBytes(UTF_8),
                ofAnotherCase());
        await().atMost(30, SECONDS)
                .until(() -> Probe.count("select count(*) from dead_letter") == before + 6);
        var other = new InboxIT();
        Probe.publish(other.event(1, 2));
        await().atMost(10, SECONDS).until(() -> other.effects() == 1);
        assertThat(effects()).isZero();
    }

    @Test
    void an_event_of_another_owner_s_source_dies() {
        var forged = event(1, 2);
        Probe.publish(
                caseId.toString(),
                forged.data().getBytes(UTF_8),
                new Envelope(
                                forged.id(),
                                org.consilium.contracts.Source.INTAKE,
                                forged.type(),
                                caseId,
                                1,
                                forged.actor(),
                                forged.time(),
                                forged.data())
                        .headers());
        var event = event(1, 2);
        Probe.publish(event);
        await().atMost(10, SECONDS).until(() -> effects() == 1);
        assertThat(effectsOf(event)).isEqualTo(1);
    }

    @Test
    void an_event_type_of_a_later_version_is_passed_over_and_keeps_its_place() {
        var known = event(1, 2);
        var later =
                new Envelope(
                        known.id(),
                        known.source(),
                        "review.something-new.v7",
                        caseId,
                        1,
                        known.actor(),
                        known.time(),
                        "{}");
        Probe.publish(later);
        Probe.publish(event(2, 2));
        await().atMost(10, SECONDS).until(() -> effects() == 1);
        assertThat(deadLetters()).isZero();
    }

    private static List<Header> ofAnotherCase() {
        return new InboxIT().event(1, 2).headers();
    }

    private static Envelope mended(Envelope unbearable) {
        return new Envelope(
                unbearable.id(),
                unbearable.source(),
                unbearable.type(),
                unbearable.caseId(),
                unbearable.seq(),
                unbearable.actor(),
                unbearable.time(),
                unbearable.data().replace("\"considered\":13", "\"considered\":12"));
    }

    private void replayTheDeadLetter() {
        var operator = Probe.token("olga");
        var mine =
                given().auth()
                        .oauth2(operator)
                        .get("/internal/dead-letters")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getString("find { it.caseId == '" + caseId + "' }.id");
        given().auth()
                .oauth2(operator)
                .post("/internal/dead-letters/{id}/replay", mine)
                .then()
                .statusCode(204);
    }

    private Envelope event(long seq, int considered) {
        return Probe.envelope(new ReviewerNotFound(caseId, considered), seq);
    }

    private long effects() {
        return Probe.count("select count(*) from probe_effect where case_id = ?", caseId);
    }

    private static long effectsOf(Envelope event) {
        return Probe.count("select count(*) from probe_effect where event_id = ?", event.id());
    }

    private long waiting() {
        return Probe.count("select count(*) from inbox_waiting where case_id = ?", caseId);
    }

    private long deadLetters() {
        return Probe.count("select count(*) from dead_letter where case_id = ?", caseId);
    }

    private boolean orderOfEffects() {
        return Probe.count(
                        """
                        select count(*) from probe_effect a join probe_effect b using (case_id)
                        where a.case_id = ? and a.seq < b.seq and a.at > b.at""",
                        caseId)
                == 0;
    }
}
