package org.consilium.ops;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.consilium.contracts.Source.DOCUMENTS;
import static org.consilium.contracts.Source.INTAKE;
import static org.consilium.contracts.Source.REVIEW;

import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.consilium.ops.Installation.Said;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Each command that moves something, on real databases; whatever it says, no canary is in it. */
class OpsIT {

    private static final String CANARY = "zqx00001k";

    private static Installation here;

    private final UUID caseId = UUID.randomUUID();

    @BeforeAll
    static void installed() throws SQLException {
        here = new Installation();
    }

    @Nested
    class The_backlog {

        @Test
        void counts_what_waits_and_calls_an_old_event_wrong() throws SQLException {
            here.append(INTAKE, caseId, "intake.case-ready.v1", "{\"x\":\"" + CANARY + "\"}");
            var patient = said("backlog", "--service", "intake", "--older-than", "PT1H");
            assertThat(patient.out()).contains("service=intake unpublished=");
            here.change(INTAKE, "alter table event disable trigger event_is_append_only");
            here.change(
                    INTAKE,
                    "update event set occurred_at = now() - interval '2 hours' where case_id = ?",
                    caseId);
            here.change(INTAKE, "alter table event enable trigger event_is_append_only");
            assertThat(said("backlog", "--service", "intake", "--older-than", "PT1H").exitCode())
                    .isEqualTo(1);
            here.change(INTAKE, "delete from outbox");
        }
    }

    @Nested
    class A_dead_letter {

        private final UUID letter = UUID.randomUUID();

        @Test
        void is_listed_with_its_parked_case_and_shown_without_what_it_says() throws SQLException {
            dies("value is not JSON of its type");
            assertThat(said("parked").out())
                    .contains(caseId.toString())
                    .contains(letter.toString());
            assertThat(said("parked").exitCode()).isEqualTo(1);
            assertThat(said("dead-letters", "list").out())
                    .contains(letter.toString())
                    .contains("reason=\"value is not JSON of its type\"");
            var shown = said("dead-letters", "show", "--service", "review", letter.toString());
            assertThat(shown.exitCode()).isZero();
            assertThat(shown.out())
                    .contains("type=intake.case-ready.v1")
                    .contains("bytes=" + payload().length)
                    .containsPattern("sha256=[0-9a-f]{64}");
        }

        @Test
        void that_keeps_anything_as_its_reason_says_nothing_of_it() throws SQLException {
            dies("Ünreadable: \"" + CANARY + "\"");
            assertThat(said("dead-letters", "list").out()).contains("reason=(withheld)");
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
            assertThat(said("dead-letters", "show", "-s", "review", letter.toString()).out())
                    .contains(letter.toString())
                    .doesNotContain("type=", "event_id=");
        }

        private void until(String holds) {
            await().atMost(20, SECONDS)
                    .pollInterval(50, MILLISECONDS)
                    .until(() -> here.one(REVIEW, holds, letter).equals("t"));
        }

        private Said replayed(String patience) {
            return said(
                    "dead-letters",
                    "replay",
                    "-s",
                    "review",
                    letter.toString(),
                    "--wait",
                    patience);
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

    @Nested
    class A_case_that_kafka_refuses {

        @Test
        void is_listed_and_released_and_who_asked_is_written_down() throws SQLException {
            here.append(REVIEW, caseId, "review.reviewer-not-found.v1", "{}");
            here.change(
                    REVIEW,
                    "insert into outbox_refused values (?, 1, 'RecordTooLargeException', now())",
                    caseId);
            assertThat(said("refused", "list").out())
                    .contains(
                            "case_id=" + caseId, "reason=RecordTooLargeException", "unpublished=1");
            assertThat(said("refused", "list").exitCode()).isEqualTo(1);
            assertThat(release().exitCode()).isZero();
            assertThat(said("refused", "list").exitCode()).isZero();
            assertThat(
                            here.one(
                                    REVIEW,
                                    "select asked_by from republication where case_id = ? and from_seq = 1",
                                    caseId))
                    .isEqualTo("operator:olga");
            assertThat(release().errors()).contains("nothing refused");
            here.change(REVIEW, "delete from outbox");
        }

        private Said release() {
            return said("refused", "release", "-s", "review", "--case", caseId.toString());
        }
    }

    @Nested
    class Republishing {

        @Test
        void queues_a_case_from_a_seq_on_and_notes_who_asked() throws SQLException {
            for (int i = 0; i < 3; i++) {
                here.append(REVIEW, caseId, "review.reviewer-not-found.v1", "{}");
            }
            here.change(REVIEW, "delete from outbox");
            var said =
                    said(
                            "republish",
                            "-s",
                            "review",
                            "--case",
                            caseId.toString(),
                            "--from-seq",
                            "2");
            assertThat(said.out()).contains("queued=2");
            assertThat(
                            here.one(
                                    REVIEW,
                                    "select string_agg(seq::text, ',' order by position) from outbox"))
                    .isEqualTo("2,3");
            assertThat(
                            here.one(
                                    REVIEW,
                                    "select asked_by from republication where case_id = ? and from_seq = 2",
                                    caseId))
                    .isEqualTo("operator:olga");
            assertThat(said("republish", "-s", "review", "--since", "2020-01-01T00:00:00Z").out())
                    .contains("queued=");
            assertThat(
                            here.one(
                                    REVIEW,
                                    "select count(*) from outbox o where o.case_id = ?",
                                    caseId))
                    .isEqualTo("3");
        }

        @Test
        void of_neither_a_case_nor_a_time_is_not_done() {
            assertThat(said("republish", "-s", "review").exitCode()).isEqualTo(2);
        }
    }

    @Nested
    class What_others_heard {

        /** Three events of review, of which intake notes what a test says. */
        private void heardByIntake(String whichOnes) throws SQLException {
            for (int i = 0; i < 3; i++) {
                here.append(REVIEW, caseId, "review.offer-accepted.v1", "{}");
            }
            here.change(REVIEW, "delete from outbox where case_id = ?", caseId);
            for (var event :
                    here.one(
                                    REVIEW,
                                    "select string_agg(seq || ' ' || event_id, ',') from event where case_id = ? and "
                                            + whichOnes,
                                    caseId)
                            .split(",")) {
                here.change(
                        INTAKE,
                        "insert into inbox (source, case_id, seq, event_id, handled_at) values ('review', ?, ?, ?, now())",
                        caseId,
                        Long.valueOf(event.split(" ")[0]),
                        UUID.fromString(event.split(" ")[1]));
            }
        }

        @Test
        void is_held_against_the_log_and_published_again_where_it_lacks() throws SQLException {
            heardByIntake("seq = 1");
            var said = said("differences", "-s", "intake", "--repair");
            assertThat(said.out())
                    .contains("service=intake source=review case=" + caseId + " lacking-from=2");
            assertThat(said.exitCode()).isEqualTo(1);
            assertThat(
                            here.one(
                                    REVIEW,
                                    "select string_agg(seq::text, ',' order by position) from outbox where case_id = ?",
                                    caseId))
                    .isEqualTo("2,3");
        }

        @Test
        void and_is_in_no_log_any_more_is_named() throws SQLException {
            heardByIntake("true");
            here.change(
                    INTAKE,
                    "update inbox set event_id = gen_random_uuid() where case_id = ? and seq = 3",
                    caseId);
            assertThat(said("differences", "-s", "intake").out())
                    .contains("service=intake source=review case=" + caseId + " beyond-from=3");
        }
    }

    @Nested
    class Rebuilding {

        @Test
        void queues_the_whole_log_and_says_what_did_not_go_out() throws SQLException {
            here.append(REVIEW, caseId, "review.offer-accepted.v1", "{}");
            here.change(REVIEW, "delete from outbox");
            var said = said("rebuild", "-s", "review", "--wait", "PT0S");
            assertThat(said.out())
                    .containsPattern("service=review queued=[1-9]")
                    .containsPattern("service=review unpublished=[1-9]");
            assertThat(said.exitCode()).isEqualTo(1);
            assertThat(said("backlog", "-s", "review").out())
                    .containsPattern("unpublished=[1-9]")
                    .doesNotContain("oldest=");
            here.change(REVIEW, "delete from outbox");
            assertThat(said("rebuild", "-s", "notification", "--wait", "PT0S").exitCode()).isZero();
        }
    }

    @Nested
    class A_deadline {

        @Test
        void that_failed_is_tried_again_at_once() throws SQLException {
            here.change(
                    DOCUMENTS,
                    """
                    insert into deadline (case_id, kind, ref, due_at, try_at, attempts)
                    values (?, 'upload-expiry', gen_random_uuid(), now() - interval '1 day', now() + interval '50 minutes', 9)""",
                    caseId);
            assertThat(said("deadlines", "overdue").out())
                    .contains("kind=upload-expiry case_id=" + caseId);
            assertThat(said("deadlines", "redrive", "--case", caseId.toString()).out())
                    .contains("service=documents redriven=1");
            assertThat(
                            here.one(
                                    DOCUMENTS,
                                    "select try_at <= now() from deadline where case_id = ?",
                                    caseId))
                    .isEqualTo("t");
            here.change(DOCUMENTS, "delete from deadline where case_id = ?", caseId);
        }
    }

    @Nested
    class What_cannot_be_done {

        @Test
        void says_why_in_a_line_and_ends_with_2() {
            assertThat(said("no-such-command").exitCode()).isEqualTo(2);
            assertThat(said("audit", UUID.randomUUID().toString()).errors())
                    .startsWith("no service has a record of case");
            assertThat(said("reconcile").errors()).startsWith("the variable S3_");
        }

        @Test
        void is_a_wrong_password() throws SQLException {
            var wrong = new Installation().with("INTAKE_DB_PASSWORD", "wrong");
            var said = wrong.ops("backlog", "-s", "intake");
            assertThat(said.exitCode()).isEqualTo(2);
            assertThat(said.errors()).contains("SQL state 28P01").hasLineCount(1);
        }

        @Test
        void is_a_database_that_is_away_and_the_others_are_told_all_the_same() throws SQLException {
            var away = new Installation().with("DOCUMENTS_DB_ADDRESS", "127.0.0.1:1");
            var said = away.ops("backlog");
            assertThat(said.exitCode()).isEqualTo(2);
            assertThat(said.out()).contains("service=intake", "service=review");
            assertThat(said.errors()).contains("documents: ", "08001").hasLineCount(1);
        }
    }

    private static Said said(String... words) {
        var said = here.ops(words);
        assertThat(said.out() + said.errors()).doesNotContain(CANARY);
        return said;
    }
}
