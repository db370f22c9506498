package org.consilium.review.override;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.command.Answer;
import org.consilium.kit.command.Idempotency;
import org.consilium.kit.web.Caller;
import org.consilium.kit.work.Transactions;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.desk.Reviews;
import org.consilium.review.lifecycle.Review;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Asking somebody whom matching excludes, by two clinical leads. */
@Path("/api/reviews/{caseId}/overrides")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class OverrideResource {

    private final Idempotency idempotency;
    private final Transactions transactions;
    private final Reviews reviews;
    private final Overrides overrides;
    private final Overriding overriding;
    private final Caller caller;

    OverrideResource(
            Idempotency idempotency,
            Transactions transactions,
            Reviews reviews,
            Overrides overrides,
            Overriding overriding,
            Caller caller) {
        this.idempotency = idempotency;
        this.transactions = transactions;
        this.reviews = reviews;
        this.overrides = overrides;
        this.overriding = overriding;
        this.caller = caller;
    }

    /** {@code text} is for the second clinical lead. */
    record OverrideProposal(
            @NotNull UUID reviewer,
            @NotNull @Pattern(regexp = "nobody-else|urgent|rare-expertise|other") String reason,
            @NotBlank @Size(max = 2000) String text) {}

    record OverrideDecline(@NotBlank @Size(max = 2000) String text) {}

    @POST
    @Guarded("override-assignment")
    @Cancellable(false)
    public Uni<Response> propose(
            @PathParam("caseId") UUID caseId, @Valid @NotNull OverrideProposal body) {
        var lead = caller.subject();
        return idempotency.once(
                body,
                work ->
                        overriding
                                .propose(caseId, lead, body, work)
                                .chain(row -> view(row, work))
                                .map(view -> Answer.created(null, view)));
    }

    @GET
    @Guarded("read-overrides")
    public Uni<List<OverrideView>> read(@PathParam("caseId") UUID caseId) {
        return transactions.inTransaction(
                caller.actor(),
                work -> reviews.find(caseId, work).chain(review -> views(review, work)));
    }

    private Uni<List<OverrideView>> views(Review review, UnitOfWork work) {
        return overrides
                .of(review.caseId(), work)
                .map(rows -> rows.stream().map(row -> view(row, review)).toList());
    }

    private Uni<OverrideView> view(OverrideRow row, UnitOfWork work) {
        return reviews.find(row.caseId, work).map(review -> view(row, review));
    }

    private OverrideView view(OverrideRow row, Review review) {
        return OverrideView.of(row, overrides.rules(row), review);
    }

    @POST
    @Path("/{overrideId}/agreement")
    @Guarded("override-assignment")
    @Cancellable(false)
    public Uni<Response> agree(
            @PathParam("caseId") UUID caseId, @PathParam("overrideId") UUID overrideId) {
        var lead = caller.subject();
        return idempotency.once(
                null,
                work ->
                        overriding
                                .agree(caseId, overrideId, lead, work)
                                .chain(row -> view(row, work))
                                .map(Answer::ok));
    }

    /** By whoever proposed it, too: they take it back. */
    @POST
    @Path("/{overrideId}/decline")
    @Guarded("override-assignment")
    @Cancellable(false)
    public Uni<Response> decline(
            @PathParam("caseId") UUID caseId,
            @PathParam("overrideId") UUID overrideId,
            @Valid @NotNull OverrideDecline body) {
        var lead = caller.subject();
        return idempotency.once(
                body,
                work ->
                        overriding
                                .decline(caseId, overrideId, lead, body.text(), work)
                                .chain(row -> view(row, work))
                                .map(Answer::ok));
    }
}
