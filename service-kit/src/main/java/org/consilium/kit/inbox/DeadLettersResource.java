package org.consilium.kit.inbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.consilium.kit.web.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Dead letters for the operator: what died, why, from where; never the content. */
@Path("/internal/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("operator")
class DeadLettersResource {

    private final Pool pool;
    private final Replay replay;
    private final Caller caller;

    DeadLettersResource(Pool pool, Replay replay, Caller caller) {
        this.pool = pool;
        this.replay = replay;
        this.caller = caller;
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
                    row.getString("origin"),
                    row.getString("reason"),
                    row.getOffsetDateTime("died_at").toInstant());
        }
    }

    @GET
    @Operation(summary = "The oldest 100 dead letters that were not replayed")
    public Uni<List<DeadLetterView>> list() {
        return pool.query(
                        """
                        select id, source, case_id, seq, origin, reason, died_at from dead_letter
                        where replayed_at is null order by died_at limit 100""")
                .execute()
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(DeadLetterView::of)
                                        .toList());
    }

    @POST
    @Path("/{id}/replay")
    @Cancellable(false)
    @Operation(summary = "Release the case and take its missing events from their source")
    public Uni<Void> replay(@PathParam("id") UUID id) {
        return replay.of(id, caller.actor());
    }
}
