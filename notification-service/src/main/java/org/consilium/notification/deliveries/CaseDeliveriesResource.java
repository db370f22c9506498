package org.consilium.notification.deliveries;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Was everybody reached? For the coordinator, who can pick up the telephone. */
@Path("/api/notifications/cases/{caseId}")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class CaseDeliveriesResource {

    private final CaseDeliveries deliveries;

    CaseDeliveriesResource(CaseDeliveries deliveries) {
        this.deliveries = deliveries;
    }

    @GET
    @Guarded("read-deliveries-of-case")
    @Operation(
            summary = "Who was told what of a case and what came of it, newest first; no addresses")
    public Uni<Page<DeliveryView>> list(
            @PathParam("caseId") UUID caseId,
            @QueryParam("after") String after,
            @QueryParam("size") @DefaultValue("50") @Min(1) @Max(Page.MAX_SIZE) int size) {
        return deliveries.of(caseId, Page.before(after), size);
    }
}
