package org.consilium.kit.operator;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.UUID;
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
class ReplayJobIT {

    private static final int BEARABLE = 2;
    private static final int UNBEARABLE = 13;

    private final UUID caseId = UUID.randomUUID();

    @Test
    void a_replay_asked_for_at_the_database_is_done_and_says_who_asked() throws SQLException {
        dies();
        ReviewStandIn.knows(event(BEARABLE));
        askFor();
        await().atMost(30, SECONDS).until(() -> letter("replayed_by") != null);
        assertThat(letter("replayed_by")).isEqualTo("operator:olga");
        assertThat(Probe.count("select count(*) from probe_effect where case_id = ?", caseId))
                .isEqualTo(1);
    }

    @Test
    void a_replay_that_fails_leaves_the_letter_with_the_reason_s_code() throws SQLException {
        dies();
        ReviewStandIn.fails(caseId);
        askFor();
        await().atMost(30, SECONDS).until(() -> letter("replay_refused") != null);
        assertThat(letter("replay_refused")).isEqualTo("source-away");
        assertThat(letter("replayed_at")).isNull();
        assertThat(letter("replay_asked_at")).isNull();
    }

    /** A process that claimed it three minutes ago is dead; one that did so just now is at it. */
    @Test
    void a_replay_that_died_before_its_outcome_is_claimed_again() throws SQLException {
        dies();
        ReviewStandIn.knows(event(BEARABLE));
        askFor("now() - interval '4 minutes'", "now()");
        await().during(3, SECONDS)
                .atMost(10, SECONDS)
                .until(() -> letter("replayed_by") == null && letter("replay_refused") == null);
        askFor("now() - interval '4 minutes'", "now() - interval '3 minutes'");
        await().atMost(30, SECONDS).until(() -> letter("replayed_by") != null);
        assertThat(Probe.count("select count(*) from probe_effect where case_id = ?", caseId))
                .isEqualTo(1);
    }

    private void dies() {
        Probe.publish(event(UNBEARABLE));
        await().atMost(40, SECONDS)
                .until(
                        () ->
                                Probe.count(
                                                "select count(*) from dead_letter where case_id = ?",
                                                caseId)
                                        == 1);
    }

    private Envelope event(int considered) {
        return Probe.envelope(new ReviewerNotFound(caseId, considered), 1);
    }

    private void askFor() throws SQLException {
        askFor("now()", "null");
    }

    private void askFor(String asked, String claimed) throws SQLException {
        try (var database = Probe.connection();
                var ask =
                        database.prepareStatement(
                                "update dead_letter set replay_asked_at = %s, replay_claimed_at = %s, replay_asked_by = 'operator:olga' where case_id = ?"
                                        .formatted(asked, claimed))) {
            ask.setObject(1, caseId);
            ask.execute();
        }
    }

    private String letter(String column) {
        return Probe.text("select " + column + " from dead_letter where case_id = ?", caseId);
    }
}
