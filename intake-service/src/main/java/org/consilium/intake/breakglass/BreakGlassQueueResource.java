package org.consilium.intake.breakglass;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What clinical leads have to look at. */
@Path("/api/break-glass")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class BreakGlassQueueResource {

    private final GlassBreaks breaks;

    BreakGlassQueueResource(GlassBreaks breaks) {
        this.breaks = breaks;
    }

    @GET
    @Guarded("read-break-glass")
    @Operation(summary = "Those that wait for their review, oldest first; or all")
    public Uni<Page<GlassBreakView>> list(
            @QueryParam("reviewedToo") @DefaultValue("false") boolean reviewedToo,
            @QueryParam("after") String after,
            @QueryParam("size") @DefaultValue("50") @Min(1) @Max(Page.MAX_SIZE) int size) {
        return breaks.page(reviewedToo, Page.after(after), size + 1)
                .map(found -> Page.of(found, size, one -> one.about().breakId()))
                .map(page -> page.map(GlassBreakView::of));
    }
}
