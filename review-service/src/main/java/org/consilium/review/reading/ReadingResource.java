package org.consilium.review.reading;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.command.Answer;
import org.consilium.kit.command.Idempotency;
import org.consilium.kit.web.Caller;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.Transactions;
import org.consilium.review.ReviewView;
import org.consilium.review.reading.CommittedReading.Reading;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The reviewer's own reading, written before the first opinion is seen and never changed. */
@Path("/api/reviews/{caseId}/reading")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class ReadingResource {

    private final Idempotency idempotency;
    private final Transactions transactions;
    private final Committing committing;
    private final Readings readings;
    private final Caller caller;

    ReadingResource(
            Idempotency idempotency,
            Transactions transactions,
            Committing committing,
            Readings readings,
            Caller caller) {
        this.idempotency = idempotency;
        this.transactions = transactions;
        this.committing = committing;
        this.readings = readings;
        this.caller = caller;
    }

    @POST
    @Guarded("commit-reading")
    @Cancellable(false)
    public Uni<Response> commit(@PathParam("caseId") UUID caseId, @Valid @NotNull Reading body) {
        var reviewer = caller.subject();
        return idempotency.once(
                body,
                work ->
                        committing
                                .commit(caseId, reviewer, body, work)
                                .map(ReviewView::stateOf)
                                .map(Answer::ok));
    }

    @GET
    @Guarded("read-reading")
    public Uni<CommittedReading> read(@PathParam("caseId") UUID caseId) {
        var reviewer = caller.subject();
        boolean lead = caller.has("clinical-lead");
        return transactions.inTransaction(
                caller.actor(),
                work ->
                        (lead ? readings.newest(caseId, work) : readings.of(caseId, reviewer, work))
                                .onItem()
                                .ifNull()
                                .failWith(Problem::notFound));
    }
}
