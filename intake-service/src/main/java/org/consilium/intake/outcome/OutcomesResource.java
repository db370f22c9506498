package org.consilium.intake.outcome;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.consilium.intake.words.Languages;
import org.consilium.intake.words.Texts;
import org.consilium.kit.access.Guarded;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Whole years only: two periods that overlap would tell what lies between them. */
@Path("/api/outcomes")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class OutcomesResource {

    private final OutcomeCounts counts;
    private final Clock clock;

    OutcomesResource(OutcomeCounts counts, Clock clock) {
        this.counts = counts;
        this.clock = clock;
    }

    @GET
    @Guarded("read-outcomes")
    @Operation(
            summary =
                    "What patients said of how it went: a year's answers by programme, service and round")
    public Uni<OutcomeTable> read(
            @QueryParam("year") @NotNull @Min(2000) @Max(2999) Integer year,
            @Context HttpHeaders headers) {
        boolean complete = OutcomeCounts.isComplete(year, clock.instant());
        var language = Languages.of(headers, Texts.LANGUAGES);
        return counts.of(year).map(found -> OutcomeTable.of(year, complete, language, found));
    }
}
