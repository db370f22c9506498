package org.consilium.kit.inbox;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.consilium.kit.events.Envelope;

/** Another service's event log, asked with this service's own token. */
@Path("/internal/cases/{caseId}/events")
@OidcClientFilter
public interface EventSourceClient {

    @GET
    Uni<List<Envelope>> from(@PathParam("caseId") UUID caseId, @QueryParam("from") long seq);
}
