package org.consilium.review;

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
import org.consilium.kit.access.AccessLog;
import org.consilium.kit.access.AccessPage;
import org.consilium.kit.access.Guarded;

/** Who looked at what this service keeps of a case, for the patient's side. */
@Path("/api/reviews/{caseId}/accesses")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class AccessesResource {

    private final AccessLog log;

    AccessesResource(AccessLog log) {
        this.log = log;
    }

    @GET
    @Guarded("read-accesses")
    public Uni<AccessPage> read(
            @PathParam("caseId") UUID caseId,
            @QueryParam("before") @Min(1) Long before,
            @QueryParam("size") @DefaultValue("50") @Min(1) @Max(AccessPage.MAX_SIZE) int size) {
        return AccessPage.of(log, caseId, before, size);
    }
}
