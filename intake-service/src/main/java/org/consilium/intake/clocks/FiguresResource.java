package org.consilium.intake.clocks;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.consilium.kit.access.Guarded;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** How long it takes as a rule. */
@Path("/api/figures")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class FiguresResource {

    private final Deliveries deliveries;
    private final Clock clock;

    FiguresResource(Deliveries deliveries, Clock clock) {
        this.deliveries = deliveries;
        this.clock = clock;
    }

    record FiguresOfAll(List<Figures> items) {}

    @GET
    @Guarded("read-figures")
    @Operation(summary = "How long opinions took within the last year, per service: P50 and P80")
    public Uni<FiguresOfAll> read() {
        return deliveries.ofTheYear(clock.instant()).map(FiguresOfAll::new);
    }
}
