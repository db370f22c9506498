package org.consilium.review.quality;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import org.consilium.kit.work.Transactions;
import org.consilium.review.ReviewView;
import org.consilium.review.Viewers;
import org.consilium.review.Viewers.Viewer;
import org.consilium.review.opinion.SignedOpinion;
import org.consilium.review.quality.QualityReading.QualityView;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The check before the release: what waits for it, and what it came to. */
@Path("/api/reviews/{caseId}/quality-review")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class QualityResource {

    private final Idempotency idempotency;
    private final Transactions transactions;
    private final QualityReading reading;
    private final Checking checking;
    private final Viewers viewers;
    private final Caller caller;

    QualityResource(
            Idempotency idempotency,
            Transactions transactions,
            QualityReading reading,
            Checking checking,
            Viewers viewers,
            Caller caller) {
        this.idempotency = idempotency;
        this.transactions = transactions;
        this.reading = reading;
        this.checking = checking;
        this.viewers = viewers;
        this.caller = caller;
    }

    @GET
    @Guarded("read-quality-review")
    public Uni<QualityView> read(@PathParam("caseId") UUID caseId) {
        var actor = caller.actor();
        return viewers.of(caseId)
                .chain(
                        viewer ->
                                transactions.inTransaction(
                                        actor, work -> reading.of(caseId, viewer, work)));
    }

    /** The key is asked for before a page is printed for nothing. */
    @POST
    @Path("/pass")
    @Guarded("check-opinion")
    @Cancellable(false)
    public Uni<Response> pass(
            @PathParam("caseId") UUID caseId,
            @HeaderParam("Idempotency-Key") @NotBlank String key,
            @Valid @NotNull Pass body) {
        return viewers.of(caseId)
                .chain(
                        viewer ->
                                checking.print(caseId, viewer, body)
                                        .chain(printed -> passed(caseId, viewer, body, printed)));
    }

    private Uni<Response> passed(UUID caseId, Viewer viewer, Pass body, SignedOpinion printed) {
        return idempotency.once(
                body,
                work ->
                        checking.pass(caseId, viewer.person(), body, printed, work)
                                .map(ReviewView::stateOf)
                                .map(Answer::ok));
    }

    @POST
    @Path("/return")
    @Guarded("check-opinion")
    @Cancellable(false)
    public Uni<Response> giveBack(@PathParam("caseId") UUID caseId, @Valid @NotNull Findings body) {
        return viewers.of(caseId)
                .chain(
                        viewer ->
                                idempotency.once(
                                        body,
                                        work ->
                                                checking.giveBack(caseId, viewer, body, work)
                                                        .map(ReviewView::stateOf)
                                                        .map(Answer::ok)));
    }
}
