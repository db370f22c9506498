package org.consilium.notification.deliveries;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.consilium.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What did not arrive, for the operator: ids and codes, nobody's address and nobody's name. */
@Path("/internal/notifications/failed")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("operator")
class FailedDeliveriesResource {

    private final Pool pool;

    FailedDeliveriesResource(Pool pool) {
        this.pool = pool;
    }

    /**
     * One that failed or is uncertain; {@code replyCode} is the server's last word, if it said one.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FailedView(
            UUID notificationId,
            UUID caseId,
            String channel,
            String state,
            String reason,
            Integer replyCode,
            int attempts,
            Instant endedAt) {

        static FailedView of(Row row) {
            return new FailedView(
                    row.getUUID("notification_id"),
                    row.getUUID("case_id"),
                    row.getString("channel"),
                    DeliveryView.code(row.getString("state")),
                    DeliveryView.code(row.getString("reason")),
                    row.getInteger("reply_code"),
                    row.getInteger("attempts"),
                    row.getOffsetDateTime("ended_at").toInstant());
        }
    }

    @GET
    @Operation(summary = "Deliveries that failed or are uncertain, newest first")
    public Uni<Page<FailedView>> list(
            @QueryParam("after") String after,
            @QueryParam("size") @DefaultValue("50") @Min(1) @Max(Page.MAX_SIZE) int size) {
        return pool.preparedQuery(
                        """
                        select d.notification_id, d.channel, d.state, d.reason, d.attempts, d.ended_at, n.case_id, a.reply_code
                        from (select distinct notification_id from delivery
                              where state in ('FAILED', 'UNCERTAIN') and notification_id < $1
                              order by notification_id desc limit $2) page
                        join delivery d using (notification_id) join notification n on n.id = notification_id
                        left join attempt a on a.notification_id = d.notification_id and a.channel = d.channel
                                           and a.number = d.attempts
                        where d.state in ('FAILED', 'UNCERTAIN')
                        order by notification_id desc, d.channel""")
                .execute(Tuple.of(Page.before(after), size + 1))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(FailedView::of)
                                        .toList())
                .map(found -> Page.of(found, size, FailedView::notificationId));
    }
}
