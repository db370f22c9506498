package org.consilium.review.opinion;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.web.Caller;
import org.consilium.kit.work.Transactions;
import org.consilium.review.Viewers;
import org.consilium.review.desk.ReviewDesk;
import org.consilium.review.lifecycle.ReviewCommand.DraftOpinion;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The opinion while it is written, and read. */
@Path("/api/reviews/{caseId}/opinion")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class OpinionResource {

    private final Transactions transactions;
    private final ReviewDesk desk;
    private final Opinions opinions;
    private final OpinionReading reading;
    private final Viewers viewers;
    private final Caller caller;

    OpinionResource(
            Transactions transactions,
            ReviewDesk desk,
            Opinions opinions,
            OpinionReading reading,
            Viewers viewers,
            Caller caller) {
        this.transactions = transactions;
        this.desk = desk;
        this.opinions = opinions;
        this.reading = reading;
        this.viewers = viewers;
        this.caller = caller;
    }

    @PUT
    @Guarded("write-opinion")
    @Cancellable(false)
    public Uni<Response> write(
            @PathParam("caseId") UUID caseId,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull OpinionContent content) {
        var command = new DraftOpinion(caller.subject());
        return transactions
                .inTransaction(
                        caller.actor(),
                        work ->
                                desk.perform(caseId, command, work)
                                        .chain(
                                                () ->
                                                        opinions.write(
                                                                caseId, ifMatch, content, work)))
                .map(draft -> response(OpinionView.of(draft)));
    }

    /** Without a version the author's draft, or what is released; each version stays readable. */
    @GET
    @Guarded("read-opinion")
    public Uni<Response> read(
            @PathParam("caseId") UUID caseId, @QueryParam("version") @Min(1) Integer version) {
        var actor = caller.actor();
        return viewers.of(caseId)
                .chain(
                        viewer ->
                                transactions.inTransaction(
                                        actor, work -> reading.read(caseId, version, viewer, work)))
                .map(OpinionResource::response);
    }

    private static Response response(OpinionView view) {
        return Response.ok(view).header("ETag", "\"" + view.version() + "\"").build();
    }
}
