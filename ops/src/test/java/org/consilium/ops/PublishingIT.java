package org.consilium.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.contracts.Source.INTAKE;
import static org.consilium.contracts.Source.REVIEW;

import java.sql.SQLException;
import java.util.UUID;
import org.consilium.ops.Installation.Said;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What goes out once more, and what others heard of it, on real databases. */
class PublishingIT {

    private static Installation here;

    private final UUID caseId = UUID.randomUUID();

    @BeforeAll
    static void installed() throws SQLException {
        here = new Installation();
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
            assertThat(here.said("refused", "list").out())
                    .contains(
                            "case_id=" + caseId, "reason=RecordTooLargeException", "unpublished=1");
            assertThat(here.said("refused", "list").exitCode()).isEqualTo(1);
            assertThat(release().exitCode()).isZero();
            assertThat(here.said("refused", "list").exitCode()).isZero();
            assertThat(askedBy(1)).isEqualTo("operator:olga");
            assertThat(release().errors()).contains("nothing refused");
            here.change(REVIEW, "delete from outbox");
        }

        private Said release() {
            return here.said("refused", "release", "-s", "review", "--case", caseId.toString());
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
                    here.said(
                            "republish",
                            "-s",
                            "review",
                            "--case",
                            caseId.toString(),
                            "--from-seq",
                            "2");
            assertThat(said.out()).contains("queued=2");
            assertThat(queued()).isEqualTo("2,3");
            assertThat(askedBy(2)).isEqualTo("operator:olga");
            assertThat(
                            here.said(
                                            "republish",
                                            "-s",
                                            "review",
                                            "--since",
                                            "2020-01-01T00:00:00Z")
                                    .out())
                    .contains("queued=");
            assertThat(queued().split(",")).hasSize(3);
        }

        @Test
        void of_neither_a_case_nor_a_time_is_not_done() {
            assertThat(here.said("republish", "-s", "review").exitCode()).isEqualTo(2);
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
            var said = here.said("differences", "-s", "intake", "--repair");
            assertThat(said.out())
                    .contains("service=intake source=review case=" + caseId + " lacking-from=2");
            assertThat(said.exitCode()).isEqualTo(1);
            assertThat(queued()).isEqualTo("2,3");
        }

        @Test
        void and_is_in_no_log_any_more_is_named() throws SQLException {
            heardByIntake("true");
            here.change(
                    INTAKE,
                    "update inbox set event_id = gen_random_uuid() where case_id = ? and seq = 3",
                    caseId);
            assertThat(here.said("differences", "-s", "intake").out())
                    .contains("service=intake source=review case=" + caseId + " beyond-from=3");
        }
    }

    @Nested
    class Rebuilding {

        @Test
        void queues_the_whole_log_and_says_what_did_not_go_out() throws SQLException {
            here.append(REVIEW, caseId, "review.offer-accepted.v1", "{}");
            here.change(REVIEW, "delete from outbox");
            var said = here.said("rebuild", "-s", "review", "--wait", "PT0S");
            assertThat(said.out())
                    .containsPattern("service=review queued=[1-9]")
                    .containsPattern("service=review unpublished=[1-9]");
            assertThat(said.exitCode()).isEqualTo(1);
            assertThat(here.said("backlog", "-s", "review").out())
                    .containsPattern("unpublished=[1-9]")
                    .doesNotContain("oldest=");
            here.change(REVIEW, "delete from outbox");
            assertThat(here.said("rebuild", "-s", "notification", "--wait", "PT0S").exitCode())
                    .isZero();
        }
    }

    /** Of this case, in the order in which it goes out. */
    private String queued() throws SQLException {
        return here.one(
                REVIEW,
                "select string_agg(seq::text, ',' order by position) from outbox where case_id = ?",
                caseId);
    }

    private String askedBy(long fromSeq) throws SQLException {
        return here.one(
                REVIEW,
                "select asked_by from republication where case_id = ? and from_seq = ?",
                caseId,
                fromSeq);
    }
}
