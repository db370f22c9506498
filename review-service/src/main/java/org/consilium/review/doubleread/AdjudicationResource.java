package org.consilium.review.doubleread;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.command.Answer;
import org.consilium.kit.command.Idempotency;
import org.consilium.kit.web.Caller;
import org.consilium.review.opinion.AxisJudgement.Value;
import org.jboss.resteasy.reactive.server.Cancellable;

/** What the two readings of a case come to. */
@Path("/api/reviews/{caseId}")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class AdjudicationResource {

    private final Idempotency idempotency;
    private final Comparing comparing;
    private final Caller caller;

    AdjudicationResource(Idempotency idempotency, Comparing comparing, Caller caller) {
        this.idempotency = idempotency;
        this.comparing = comparing;
        this.caller = caller;
    }

    /**
     * How the second reading stands to the first opinion.
     *
     * @param axes each that the opinion judges
     */
    record ReadingComparison(
            @NotNull UUID opinionId,
            @NotNull @Size(max = 20) Map<@Size(max = 60) String, @NotNull Value> axes) {}

    @POST
    @Path("/second-reading/comparison")
    @Guarded("compare-readings")
    @Cancellable(false)
    public Uni<Response> compare(
            @PathParam("caseId") UUID caseId, @Valid @NotNull ReadingComparison body) {
        var lead = caller.subject();
        return idempotency.once(
                body,
                work ->
                        comparing
                                .compare(caseId, lead, body.opinionId(), body.axes(), work)
                                .replaceWith(Answer.noContent()));
    }

    @POST
    @Path("/adjudication")
    @Guarded("adjudicate-readings")
    @Cancellable(false)
    public Uni<Response> adjudicate(
            @PathParam("caseId") UUID caseId, @Valid @NotNull Adjudication body) {
        var lead = caller.subject();
        return idempotency.once(
                body,
                work ->
                        comparing
                                .adjudicate(caseId, lead, body, work)
                                .replaceWith(Answer.noContent()));
    }
}
