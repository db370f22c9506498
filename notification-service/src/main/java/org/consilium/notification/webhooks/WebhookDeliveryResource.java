package org.consilium.notification.webhooks;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.consilium.kit.access.CaseIds;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.command.Answer;
import org.consilium.kit.command.Idempotency;
import org.consilium.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;

/** What became of what an endpoint was to be told. */
@Path("/api/webhooks/{id}/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class WebhookDeliveryResource {

    private final WebhookLog log;
    private final WebhookDesk desk;
    private final Idempotency idempotency;

    WebhookDeliveryResource(WebhookLog log, WebhookDesk desk, Idempotency idempotency) {
        this.log = log;
        this.desk = desk;
        this.idempotency = idempotency;
    }

    @GET
    @Guarded("read-webhooks")
    @Operation(summary = "An endpoint's deliveries with every attempt, newest first")
    public Uni<Page<WebhookDeliveryView>> list(
            @PathParam("id") String id,
            @QueryParam("after") String after,
            @QueryParam("size") @DefaultValue("50") @Min(1) @Max(Page.MAX_SIZE) int size) {
        return log.of(CaseIds.read(id), Page.before(after), size);
    }

    @POST
    @Path("/{deliveryId}/replay")
    @Guarded("manage-webhooks")
    @Cancellable(false)
    @Operation(summary = "Send one that has ended once more, under the same webhook-id")
    public Uni<Response> replay(
            @PathParam("id") String id, @PathParam("deliveryId") String deliveryId) {
        var webhook = CaseIds.read(id);
        var delivery = CaseIds.read(deliveryId);
        return idempotency.once(
                null, work -> desk.replay(webhook, delivery, work).replaceWith(Answer.noContent()));
    }
}
