package org.consilium.kit.inbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.consilium.contracts.Source;
import org.consilium.kit.web.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Dead letters for the operator: what died, why, from where; never the content. */
@Path("/internal/dead-letters")
@RolesAllowed("operator")
class DeadLettersResource {

    private final Pool pool;
    private final GapRepairJob repair;

    DeadLettersResource(Pool pool, GapRepairJob repair) {
        this.pool = pool;
        this.repair = repair;
    }

    record DeadLetterView(
            UUID id,
            String source,
            UUID caseId,
            Long seq,
            String origin,
            String reason,
            Instant diedAt) {

        static DeadLetterView of(Row row) {
            return new DeadLetterView(
                    row.getUUID("id"),
                    row.getString("source"),
                    row.getUUID("case_id"),
                    row.getLong("seq"),
                    row.getString("topic")
                            + "-"
                            + row.getInteger("partition")
                            + "@"
                            + row.getLong("record_offset"),
                    row.getString("reason"),
                    row.getOffsetDateTime("died_at").toInstant());
        }
    }

    @GET
    @Operation(summary = "The oldest 100 dead letters that were not replayed")
    public Uni<List<DeadLetterView>> list() {
        return pool.query(
                        "select * from dead_letter where replayed_at is null order by died_at limit 100")
                .execute()
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(DeadLetterView::of)
                                        .toList());
    }

    /**
     * The source's log is the truth, so a replay asks it for the case's events rather than trying
     * the dead bytes again.
     */
    @POST
    @Path("/{id}/replay")
    @Cancellable(false)
    @Operation(summary = "Release the case and take its missing events from their source")
    public Uni<Void> replay(@PathParam("id") UUID id) {
        return pool.preparedQuery(
                        """
                        with released as (update dead_letter set replayed_at = now() where id = $1 and replayed_at is null
                                          returning source, case_id)
                        update inbox_head h set parked_since = null from released r
                        where h.source = r.source and h.case_id = r.case_id
                        returning h.source, h.case_id, h.last_seq + 1 as next_seq""")
                .execute(Tuple.of(id))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next())
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .chain(
                        row ->
                                repair.repair(
                                        Source.ofCode(row.getString("source")).orElseThrow(),
                                        row.getUUID("case_id"),
                                        row.getLong("next_seq")));
    }
}
