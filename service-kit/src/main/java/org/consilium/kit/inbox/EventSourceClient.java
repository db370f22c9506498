package org.consilium.kit.inbox;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.consilium.kit.events.Envelope;

/** Another service's event log, asked with this service's own token for it. */
@Path("/internal/cases/{caseId}/events")
public interface EventSourceClient {

    @GET
    Uni<List<Envelope>> from(
            @PathParam("caseId") UUID caseId,
            @QueryParam("from") long seq,
            @HeaderParam("Authorization") String bearer);
}
