package org.consilium.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.contracts.Source.DOCUMENTS;
import static org.consilium.contracts.Source.INTAKE;
import static org.consilium.contracts.Source.NOTIFICATION;
import static org.consilium.ops.Installation.CANARY;

import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is the first thing to type, what hangs, and what cannot be done, on real databases. */
class OpsIT {

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
            var patient = here.said("backlog", "--service", "intake", "--older-than", "PT1H");
            assertThat(patient.out()).contains("service=intake unpublished=");
            here.change(INTAKE, "alter table event disable trigger event_is_append_only");
            here.change(
                    INTAKE,
                    "update event set occurred_at = now() - interval '2 hours' where case_id = ?",
                    caseId);
            here.change(INTAKE, "alter table event enable trigger event_is_append_only");
            assertThat(
                            here.said("backlog", "--service", "intake", "--older-than", "PT1H")
                                    .exitCode())
                    .isEqualTo(1);
            here.change(INTAKE, "delete from outbox");
        }
    }

    @Nested
    class What_waits_at_one_service_only {

        @Test
        void is_a_file_that_is_not_examined_and_why() throws SQLException {
            receive(caseId, "5 minutes");
            var soon = here.said("backlog", "-s", "documents");
            assertThat(soon.out())
                    .contains("service=documents files_to_examine=1 since=")
                    .contains(" trouble=scanner-away");
            assertThat(soon.exitCode()).isZero();
            receive(UUID.randomUUID(), "20 minutes");
            var late = here.said("backlog", "-s", "documents");
            assertThat(late.out()).contains("files_to_examine=2");
            assertThat(late.exitCode()).isEqualTo(1);
            here.change(DOCUMENTS, "delete from document");
        }

        @Test
        void is_a_file_that_is_looked_at_once_a_day_and_can_be_sooner() throws SQLException {
            receive(caseId, "5 minutes");
            here.change(
                    DOCUMENTS,
                    "update document set trouble = 'bytes-gone', examinations = 6, examine_at = now() + interval '1 day'");
            var stuck = here.said("examinations", "stuck");
            assertThat(stuck.out())
                    .contains("case_id=" + caseId + " trouble=bytes-gone received_at=")
                    .contains("examinations=6 next=");
            assertThat(stuck.exitCode()).isEqualTo(1);
            assertThat(here.said("examinations", "again", "--cause", "scanner-away").out())
                    .contains("again=0");
            assertThat(here.said("examinations", "again").out()).contains("again=1");
            assertThat(here.one(DOCUMENTS, "select examine_at <= now() from document"))
                    .isEqualTo("t");
            here.change(DOCUMENTS, "delete from document");
        }

        private void receive(UUID caseId, String ago) throws SQLException {
            here.change(DOCUMENTS, "insert into shelf (case_id) values (?)", caseId);
            here.change(
                    DOCUMENTS,
                    """
                    insert into document (id, case_id, state, kind, first_opinion, file_name, uploaded_by, bytes, bytes_here,
                        reserved_at, expires_at, received_at, trouble)
                    values (gen_random_uuid(), ?, 'received', '18842-5', false, 'zqx00001k.pdf', gen_random_uuid(), 1, 1,
                        now(), now(), now() - cast(? as interval), 'scanner-away')""",
                    caseId,
                    ago);
        }

        @Test
        void is_a_message_that_is_due_by_channel_and_none_that_is_kept_for_the_morning()
                throws SQLException {
            queue("mail", "QUEUED", "now() - interval '5 minutes'");
            queue("mail", "QUEUED", "now() + interval '9 hours'");
            queue("sms", "UNCERTAIN", "now() - interval '1 day'");
            var soon = here.said("backlog", "-s", "notification");
            assertThat(soon.out())
                    .contains("service=notification channel=mail messages_due=1 since=")
                    .contains("most_attempts=3 uncertain=0 given_up_this_hour=0")
                    .contains("channel=sms messages_due=0 uncertain=1");
            assertThat(soon.exitCode()).isZero();
            queue("mail", "SENDING", "now() - interval '20 minutes'");
            queue("mail", "FAILED", "now() - interval '20 minutes'");
            var late = here.said("backlog", "-s", "notification");
            assertThat(late.out()).contains("messages_due=2", "given_up_this_hour=1");
            assertThat(late.exitCode()).isEqualTo(1);
            here.change(NOTIFICATION, "delete from delivery");
        }

        private void queue(String channel, String state, String since) throws SQLException {
            here.change(
                    NOTIFICATION,
                    """
                    with told as (
                        insert into notification (id, case_id, kind, recipient, event_id, message_key, happened_at)
                        values (gen_random_uuid(), ?, 'reviewer-matched', gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), now())
                        returning id)
                    insert into delivery (notification_id, channel, state, since, attempts, due_at, ended_at)
                    select told.id, ?, ?, %1$s, 3, %1$s, now() from told"""
                            .formatted(since),
                    caseId,
                    channel,
                    state);
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
            assertThat(here.said("deadlines", "overdue").out())
                    .contains("kind=upload-expiry case_id=" + caseId);
            assertThat(here.said("deadlines", "redrive", "--case", caseId.toString()).out())
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
            assertThat(here.said("no-such-command").exitCode()).isEqualTo(2);
            assertThat(here.said("audit", UUID.randomUUID().toString()).errors())
                    .startsWith("no service has a record of case");
            assertThat(here.said("reconcile").errors()).startsWith("the variable S3_");
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

        @Test
        void is_kafka_that_is_away_and_what_the_databases_know_is_told_all_the_same()
                throws SQLException {
            var away = new Installation().with("KAFKA_ADDRESS", "127.0.0.1:1");
            var said = away.ops("backlog", "-s", "intake");
            assertThat(said.exitCode()).isEqualTo(2);
            assertThat(said.out()).contains("service=intake");
            assertThat(said.errors()).startsWith("Kafka says ").hasLineCount(1);
        }
    }
}
