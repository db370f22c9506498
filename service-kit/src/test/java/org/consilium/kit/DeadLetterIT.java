package org.consilium.kit;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.consilium.contracts.ReviewEvent.ReviewerNotFound;
import org.consilium.contracts.Source;
import org.consilium.kit.events.Envelope;
import org.consilium.kit.probe.Probe;
import org.consilium.kit.probe.ReviewStandIn;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "intake"))
@WithTestResource(ReviewStandIn.class)
class DeadLetterIT {

    private static final int BEARABLE = 2;
    private static final int UNBEARABLE = 13;
    private static final int MEETS_AN_UNREADABLE_ENTRY = 14;

    private final UUID caseId = UUID.randomUUID();

    @Nested
    class An_event_that_cannot_be_applied {

        @Test
        void is_the_dead_letter_also_when_a_stored_entry_it_needs_cannot_be_read() {
            Probe.publish(event(1, MEETS_AN_UNREADABLE_ENTRY));
            awaitDeadLetterOf(1);
            assertThat(effects()).isZero();
        }

        @Test
        void is_the_dead_letter_when_it_had_waited_for_its_turn() {
            Probe.publish(event(2, UNBEARABLE));
            await().atMost(20, SECONDS).until(() -> waiting() == 1);
            Probe.publish(event(1, BEARABLE));
            awaitDeadLetterOf(2);
            assertThat(effects()).isEqualTo(1);
            assertThat(deadLetters()).isEqualTo(1);
        }

        @Test
        void is_the_dead_letter_when_it_was_asked_of_its_source() {
            var poison = event(1, UNBEARABLE);
            var late = event(2, BEARABLE);
            ReviewStandIn.knows(poison, late);
            Probe.publish(late);
            awaitDeadLetterOf(1);
            assertThat(parked()).isTrue();
            assertThat(effects()).isZero();
            assertThat(waiting()).isEqualTo(1);
        }

        @Test
        void is_one_dead_letter_however_often_it_is_delivered() {
            var poison = event(1, UNBEARABLE);
            Probe.publish(poison);
            Probe.publish(poison);
            awaitDeadLetterOf(1);
            await().atMost(20, SECONDS).until(() -> waiting() == 1);
            assertThat(deadLetters()).isEqualTo(1);
        }
    }

    @Nested
    class An_event_on_another_source_s_topic {

        @Test
        void has_no_effect_and_is_a_dead_letter() {
            var own = event(1, BEARABLE);
            var forged =
                    new Envelope(
                            own.id(),
                            Source.DOCUMENTS,
                            own.type(),
                            own.caseId(),
                            own.seq(),
                            own.actor(),
                            own.time(),
                            own.data());
            Probe.publish(forged);
            await().atMost(20, SECONDS).until(() -> lettersWith(forged.data()) == 1);
            assertThat(effects()).isZero();
        }
    }

    @Nested
    class A_replay {

        @Test
        void takes_the_case_s_last_event_from_its_source() {
            var poison = event(1, UNBEARABLE);
            Probe.publish(poison);
            awaitDeadLetterOf(1);
            ReviewStandIn.knows(mended(poison));
            replay().statusCode(204);
            assertThat(effects()).isEqualTo(1);
            assertThat(parked()).isFalse();
            assertThat(openLetter()).isNull();
        }

        @Test
        void says_that_the_source_is_away_and_leaves_the_case_parked() {
            var poison = event(1, UNBEARABLE);
            Probe.publish(poison);
            awaitDeadLetterOf(1);
            ReviewStandIn.fails(caseId);
            replay().statusCode(502).body("type", equalTo("urn:consilium:problem:source-away"));
            assertThat(parked()).isTrue();
            assertThat(openLetter()).isNotNull();

            ReviewStandIn.knows(mended(poison));
            replay().statusCode(204);
            assertThat(effects()).isEqualTo(1);
        }

        @Test
        void says_that_the_event_failed_again_and_leaves_the_case_parked() {
            var poison = event(1, UNBEARABLE);
            Probe.publish(poison);
            Probe.publish(event(2, BEARABLE));
            awaitDeadLetterOf(1);
            await().atMost(20, SECONDS).until(() -> waiting() == 1);
            ReviewStandIn.knows(poison);
            replay().statusCode(409).body("type", equalTo("urn:consilium:problem:not-applied"));
            assertThat(parked()).isTrue();
            assertThat(openLetter()).isNotNull();
            assertThat(deadLetters()).isEqualTo(1);
            assertThat(effects()).isZero();
        }

        @Test
        void says_that_the_source_does_not_know_the_event() {
            Probe.publish(event(1, UNBEARABLE));
            awaitDeadLetterOf(1);
            replay().statusCode(409).body("type", equalTo("urn:consilium:problem:not-applied"));
            assertThat(openLetter()).isNotNull();
        }

        @Test
        void of_a_letter_whose_case_cannot_be_told_is_refused_and_the_letter_stays() {
            var mark = "unreadable " + caseId;
            Probe.publish(caseId.toString(), mark.getBytes(UTF_8), List.of());
            await().atMost(20, SECONDS).until(() -> lettersWith(mark) == 1);
            var id =
                    Probe.text(
                            "select id from dead_letter where payload = ?", mark.getBytes(UTF_8));
            replay(id).statusCode(409).body("type", equalTo("urn:consilium:problem:case-unknown"));
            assertThat(
                            Probe.count(
                                    "select count(*) from dead_letter where payload = ? and replayed_at is null",
                                    mark.getBytes(UTF_8)))
                    .isEqualTo(1);
        }

        @Test
        void of_nothing_is_not_found() {
            replay(UUID.randomUUID().toString()).statusCode(404);
        }
    }

    private ValidatableResponse replay() {
        return replay(openLetter());
    }

    private static ValidatableResponse replay(String id) {
        return given().auth()
                .oauth2(Probe.token("olga"))
                .post("/internal/dead-letters/{id}/replay", id)
                .then();
    }

    /** Null when none is open. */
    private String openLetter() {
        return given().auth()
                .oauth2(Probe.token("olga"))
                .get("/internal/dead-letters")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("find { it.caseId == '" + caseId + "' }?.id");
    }

    private void awaitDeadLetterOf(long seq) {
        await().atMost(40, SECONDS)
                .until(
                        () ->
                                Probe.count(
                                                "select count(*) from dead_letter where case_id = ? and seq = ?",
                                                caseId,
                                                seq)
                                        == 1);
    }

    private Envelope event(long seq, int considered) {
        return Probe.envelope(new ReviewerNotFound(caseId, considered), seq);
    }

    /** The same event as a source tells it that was put right. */
    private static Envelope mended(Envelope poison) {
        return new Envelope(
                poison.id(),
                poison.source(),
                poison.type(),
                poison.caseId(),
                poison.seq(),
                poison.actor(),
                poison.time(),
                poison.data().replace("\"considered\":13", "\"considered\":12"));
    }

    private long effects() {
        return Probe.count("select count(*) from probe_effect where case_id = ?", caseId);
    }

    private long waiting() {
        return Probe.count("select count(*) from inbox_waiting where case_id = ?", caseId);
    }

    private long deadLetters() {
        return Probe.count("select count(*) from dead_letter where case_id = ?", caseId);
    }

    private static long lettersWith(String payload) {
        return Probe.count(
                "select count(*) from dead_letter where payload = ?", payload.getBytes(UTF_8));
    }

    private boolean parked() {
        return Probe.count(
                        "select count(*) from inbox_head where case_id = ? and parked_since is not null",
                        caseId)
                == 1;
    }
}
