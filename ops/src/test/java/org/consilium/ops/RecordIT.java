package org.consilium.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.contracts.Source.DOCUMENTS;
import static org.consilium.contracts.Source.INTAKE;
import static org.consilium.contracts.Source.REVIEW;
import static org.consilium.ops.Installation.CANARY;

import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The record: exported, computed anew, and checked, on real databases. */
class RecordIT {

    private static Installation here;

    private final UUID caseId = UUID.randomUUID();

    @BeforeAll
    static void installed() throws SQLException {
        here = new Installation();
    }

    @Test
    void can_be_computed_anew_by_whoever_reads_it() throws Exception {
        here.append(INTAKE, caseId, "intake.case-opened.v1", "{\"programme\":\"ü\"}");
        here.append(INTAKE, caseId, "intake.case-ready.v1", "{}");
        here.change(
                REVIEW,
                "select append_access(?, gen_random_uuid(), 'reviewer', 'read-case', now())",
                caseId);
        var lines = here.said("audit", "--recomputable", caseId.toString()).out().lines().toList();
        assertThat(lines).hasSize(3);
        for (var line : lines) {
            assertThat(Recomputed.hash(caseId, line)).isEqualTo(Recomputed.field(line, "hash"));
        }
        assertThat(Recomputed.field(lines.get(1), "prev_hash"))
                .isEqualTo(Recomputed.field(lines.get(0), "hash"));
    }

    /** The broken one is the last of more cases than one page holds. */
    @Test
    void is_checked_to_its_last_page() throws SQLException {
        var last = UUID.fromString("ffffffff-ffff-4fff-bfff-ffffffffffff");
        here.change(
                DOCUMENTS,
                "insert into event_head select gen_random_uuid(), 0, '' from generate_series(1, 1001)");
        here.append(DOCUMENTS, last, "documents.document-received.v1", "{}");
        here.change(
                DOCUMENTS,
                "update event_head set last_seq = 2, last_hash = 'x' where case_id = ?",
                last);
        assertThat(here.said("chains", "-s", "documents").out())
                .contains("broken: documents.event case " + last + " from seq 2 on");
        here.change(DOCUMENTS, "delete from event_head where last_seq in (0, 2)");
        here.change(DOCUMENTS, "alter table event disable trigger event_is_append_only");
        here.change(DOCUMENTS, "delete from event where case_id = ?", last);
        here.change(DOCUMENTS, "alter table event enable trigger event_is_append_only");
    }

    @Test
    void is_exported_with_its_hashes_and_without_what_the_events_say() throws SQLException {
        here.append(INTAKE, caseId, "intake.case-ready.v1", "{\"x\":\"" + CANARY + "\"}");
        here.change(
                REVIEW,
                "select append_access(?, gen_random_uuid(), 'reviewer', 'read-case', now())",
                caseId);
        var said = here.said("audit", caseId.toString());
        assertThat(said.exitCode()).isZero();
        assertThat(said.out().lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).startsWith("{\"service\":").endsWith("\"}"));
        assertThat(said.out())
                .contains("\"record\":\"event\",\"seq\":1")
                .contains("\"standing\":\"reviewer\"")
                .containsPattern("\"hash\":\"[0-9a-f]{64}\"");
    }

    @Test
    void that_was_changed_by_hand_is_named_by_chains_and_by_its_audit() throws SQLException {
        here.append(DOCUMENTS, caseId, "documents.records-assessed.v1", "{}");
        assertThat(here.said("chains", "-s", "documents").exitCode()).isZero();
        here.change(DOCUMENTS, "alter table event disable trigger event_is_append_only");
        here.change(DOCUMENTS, "update event set actor = 'person:x' where case_id = ?", caseId);
        here.change(DOCUMENTS, "alter table event enable trigger event_is_append_only");
        var said = here.said("chains", "-s", "documents");
        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.out())
                .contains("broken: documents.event case " + caseId + " from seq 1 on");
        assertThat(here.said("audit", caseId.toString()).exitCode()).isEqualTo(1);
        here.change(DOCUMENTS, "alter table event disable trigger event_is_append_only");
        here.change(DOCUMENTS, "delete from event where case_id = ?", caseId);
        here.change(DOCUMENTS, "delete from event_head where case_id = ?", caseId);
        here.change(DOCUMENTS, "alter table event enable trigger event_is_append_only");
    }
}
