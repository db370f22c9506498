package org.consilium.kit;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.consilium.contracts.ReviewEvent.ReviewerNotFound;
import org.consilium.kit.probe.Probe;
import org.consilium.kit.probe.ReviewStandIn;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Documents takes each question and answers none. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "intake"))
@WithTestResource(ReviewStandIn.class)
class GapRepairIT {

    private final UUID caseId = UUID.randomUUID();
    private final List<UUID> silent = Stream.generate(UUID::randomUUID).limit(6).toList();

    @AfterEach
    void nobody_is_asked_any_more() throws SQLException {
        for (var waiting : silent) {
            change("delete from inbox_waiting where case_id = ?", waiting);
        }
    }

    /** Its gaps are older, and to wait for them all takes half a minute. */
    @Test
    void a_source_that_is_silent_holds_up_no_other_and_is_let_go_of_in_time() throws SQLException {
        for (var waiting : silent) {
            change("insert into inbox_head (source, case_id) values ('documents', ?)", waiting);
            change(
                    """
                    insert into inbox_waiting (source, case_id, seq, event_id, type, data, actor, occurred_at, arrived_at)
                    values ('documents', ?, 2, gen_random_uuid(), 'none', '{}', 'nobody', now(), now() - interval '1 hour')""",
                    waiting);
        }
        var missing = Probe.envelope(new ReviewerNotFound(caseId, 2), 1);
        var late = Probe.envelope(new ReviewerNotFound(caseId, 2), 2);
        ReviewStandIn.knows(missing, late);

        Probe.publish(late);

        await().atMost(20, SECONDS)
                .until(
                        () ->
                                Probe.count(
                                                "select count(*) from probe_effect where case_id = ?",
                                                caseId)
                                        == 2);
        await().atMost(20, SECONDS).until(() -> silentAsked() > 0);
    }

    private long silentAsked() {
        return Probe.count(
                "select coalesce(sum(asked), 0) from inbox_head where source = 'documents'");
    }

    private static void change(String sql, UUID caseId) throws SQLException {
        try (var connection = Probe.connection();
                var change = connection.prepareStatement(sql)) {
            change.setObject(1, caseId);
            change.executeUpdate();
        }
    }
}
