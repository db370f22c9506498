package org.consilium.review.amendment;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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
import org.consilium.review.ReviewView;
import org.consilium.review.desk.ReviewDesk;
import org.consilium.review.lifecycle.ReviewCommand.GiveUpAmendment;
import org.consilium.review.opinion.Replaced.Reason;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The author begins a later version, or lets it be; writing and signing are as for the first. */
@Path("/api/reviews/{caseId}")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class AmendmentResource {

    private final Idempotency idempotency;
    private final Transactions transactions;
    private final ReviewDesk desk;
    private final Amending amending;
    private final Caller caller;

    AmendmentResource(
            Idempotency idempotency,
            Transactions transactions,
            ReviewDesk desk,
            Amending amending,
            Caller caller) {
        this.idempotency = idempotency;
        this.transactions = transactions;
        this.desk = desk;
        this.amending = amending;
        this.caller = caller;
    }

    /** {@code text} stands in the letter: it is for whoever has read the version before. */
    record Why(@NotNull Reason reason, @NotBlank @Size(max = 2000) String text) {}

    /** Whoever begins again goes on with what there was of the attempt before. */
    @POST
    @Path("/amendment")
    @Guarded("amend-opinion")
    @Cancellable(false)
    public Uni<Response> begin(@PathParam("caseId") UUID caseId, @Valid @NotNull Why body) {
        var author = caller.subject();
        return idempotency.once(
                body,
                work ->
                        amending.begin(caseId, author, body, work)
                                .map(ReviewView::stateOf)
                                .map(Answer::ok));
    }

    /** By a clinical lead, too, where the author is out of reach. */
    @POST
    @Path("/amendment/withdrawal")
    @Guarded("end-amendment")
    @Cancellable(false)
    public Uni<Response> giveUp(@PathParam("caseId") UUID caseId) {
        var command =
                new GiveUpAmendment(caller.subject(), caller.roles().contains("clinical-lead"));
        return idempotency.once(
                null,
                work ->
                        desk.perform(caseId, command, work)
                                .map(ReviewView::stateOf)
                                .map(Answer::ok));
    }

    /** Each that was begun, in that order, with what was left of those that came to nothing. */
    @GET
    @Path("/amendments")
    @Guarded("read-amendments")
    public Uni<List<AmendmentView>> read(@PathParam("caseId") UUID caseId) {
        return transactions.inTransaction(caller.actor(), work -> amending.read(caseId, work));
    }
}
