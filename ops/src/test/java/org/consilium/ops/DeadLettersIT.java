package org.consilium.ops;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.consilium.contracts.Source.REVIEW;
import static org.consilium.ops.Installation.CANARY;

import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.consilium.ops.Installation.Said;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A dead letter on its way back, on real databases; none of what it says is shown. */
class DeadLettersIT {

    private static Installation here;

    private final UUID caseId = UUID.randomUUID();
    private final UUID letter = UUID.randomUUID();

    @BeforeAll
    static void installed() throws SQLException {
        here = new Installation();
    }

    @Test
    void is_listed_with_its_parked_case_and_shown_without_what_it_says() throws SQLException {
        dies("value is not JSON of its type");
        assertThat(here.said("parked").out())
                .contains(caseId.toString())
                .contains(letter.toString());
        assertThat(here.said("parked").exitCode()).isEqualTo(1);
        assertThat(here.said("dead-letters", "list").out())
                .contains(letter.toString())
                .contains("reason=\"value is not JSON of its type\"");
        var shown = here.said("dead-letters", "show", "--service", "review", letter.toString());
        assertThat(shown.exitCode()).isZero();
        assertThat(shown.out())
                .contains("type=intake.case-ready.v1")
                .contains("bytes=" + payload().length)
                .containsPattern("sha256=[0-9a-f]{64}");
    }

    @Test
    void that_keeps_anything_as_its_reason_says_nothing_of_it() throws SQLException {
        dies("Ünreadable: \"" + CANARY + "\"");
        assertThat(here.said("dead-letters", "list").out()).contains("reason=(withheld)");
    }

    @Test
    void is_replayed_by_the_service_that_is_asked() throws Exception {
        dies("IllegalStateException");
        var replay = CompletableFuture.supplyAsync(() -> replayed("PT20S"));
        var asked = "replay_asked_at is not null and replay_asked_by = 'operator:olga'";
        until("select " + asked + " from dead_letter where id = ?");
        here.change(REVIEW, "update dead_letter set replayed_at = now() where id = ?", letter);
        assertThat(replay.get().exitCode()).isZero();
    }

    @Test
    void that_the_service_refuses_is_said_with_its_code() throws Exception {
        dies("IllegalStateException");
        var replay = CompletableFuture.supplyAsync(() -> replayed("PT20S"));
        until("select replay_asked_at is not null from dead_letter where id = ?");
        here.change(
                REVIEW,
                "update dead_letter set replay_refused = 'source-away' where id = ?",
                letter);
        assertThat(replay.get().out()).contains("refused: source-away");
        assertThat(replay.get().exitCode()).isEqualTo(1);
    }

    @Test
    void waits_for_a_service_that_is_down() throws SQLException {
        dies("IllegalStateException");
        assertThat(replayed("PT0.1S").out()).contains("the service does it when it runs");
    }

    @Test
    void of_which_every_header_is_forged_shows_none_of_them() throws SQLException {
        dies("IllegalStateException");
        here.change(
                REVIEW,
                "update dead_letter set headers = ? where id = ?",
                "ce_type: intake." + CANARY + ".v1 " + CANARY + "\nce_id: " + CANARY,
                letter);
        assertThat(here.said("dead-letters", "show", "-s", "review", letter.toString()).out())
                .contains(letter.toString())
                .doesNotContain("type=", "event_id=");
    }

    @Test
    void that_names_no_case_is_put_away_and_kept_and_another_is_not() throws SQLException {
        dies("IllegalStateException");
        assertThat(dismissed().exitCode()).isEqualTo(2);
        here.change(
                REVIEW,
                "update dead_letter set source = null, case_id = null, seq = null where id = ?",
                letter);
        assertThat(dismissed().exitCode()).isZero();
        assertThat(here.said("dead-letters", "list").out()).doesNotContain(letter.toString());
        assertThat(here.said("dead-letters", "show", "-s", "review", letter.toString()).out())
                .contains("dismissed=not-ours", "replayed_by=operator:olga");
    }

    private Said dismissed() {
        return here.said(
                "dead-letters",
                "dismiss",
                "-s",
                "review",
                letter.toString(),
                "--because",
                "NOT_OURS");
    }

    private void until(String holds) {
        await().atMost(20, SECONDS)
                .pollInterval(50, MILLISECONDS)
                .until(() -> here.one(REVIEW, holds, letter).equals("t"));
    }

    private Said replayed(String patience) {
        return here.said(
                "dead-letters", "replay", "-s", "review", letter.toString(), "--wait", patience);
    }

    private byte[] payload() {
        return ("{\"summary\":\"" + CANARY + "\"}").getBytes(UTF_8);
    }

    private void dies(String reason) throws SQLException {
        here.change(
                REVIEW,
                """
                insert into dead_letter (id, identity, source, case_id, seq, origin, headers, payload, reason, died_at)
                values (?, ?, 'intake', ?, 3, 'intake.events-3@7', ?, ?, ?, now())""",
                letter,
                letter.toString(),
                caseId,
                "ce_type: intake.case-ready.v1\nwhatever: " + CANARY,
                payload(),
                reason);
        here.change(
                REVIEW,
                "insert into inbox_head (source, case_id, parked_since) values ('intake', ?, now())",
                caseId);
    }
}
