package org.consilium.review.amendment;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.web.Answer;
import org.consilium.kit.web.Caller;
import org.consilium.kit.web.Idempotency;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.ReviewView;
import org.consilium.review.desk.ReviewDesk;
import org.consilium.review.lifecycle.Review;
import org.consilium.review.lifecycle.Review.Released;
import org.consilium.review.lifecycle.ReviewCommand.BeginAmendment;
import org.consilium.review.lifecycle.ReviewCommand.GiveUpAmendment;
import org.consilium.review.opinion.Opinions;
import org.consilium.review.opinion.Replaced.Reason;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The author begins a later version, or lets it be; writing and signing are as for the first. */
@Path("/api/reviews/{caseId}/amendment")
@Authenticated
class AmendmentResource {

    private final Idempotency idempotency;
    private final ReviewDesk desk;
    private final Opinions opinions;
    private final Caller caller;

    AmendmentResource(Idempotency idempotency, ReviewDesk desk, Opinions opinions, Caller caller) {
        this.idempotency = idempotency;
        this.desk = desk;
        this.opinions = opinions;
        this.caller = caller;
    }

    /** {@code text} stands in the letter: it is for whoever has read the version before. */
    record Why(@NotNull Reason reason, @NotBlank @Size(max = 2000) String text) {}

    @POST
    @Guarded("amend-opinion")
    @Cancellable(false)
    public Uni<Response> begin(@PathParam("caseId") UUID caseId, @Valid @NotNull Why body) {
        var command = new BeginAmendment(caller.subject());
        return idempotency.once(
                body,
                work ->
                        desk.perform(caseId, command, work)
                                .call(review -> reopened(review, body, work))
                                .map(ReviewView::stateOf)
                                .map(Answer::ok));
    }

    private Uni<Void> reopened(Review review, Why why, UnitOfWork work) {
        return review instanceof Released(var caseId, _, _, var version, _, _, _, _, _)
                ? opinions.signed(caseId, version, work)
                        .chain(signed -> opinions.reopen(signed, why.reason(), why.text(), work))
                : Uni.createFrom().voidItem();
    }

    @POST
    @Path("/withdrawal")
    @Guarded("amend-opinion")
    @Cancellable(false)
    public Uni<Response> giveUp(@PathParam("caseId") UUID caseId) {
        var command = new GiveUpAmendment(caller.subject());
        return idempotency.once(
                null,
                work ->
                        desk.perform(caseId, command, work)
                                .map(ReviewView::stateOf)
                                .map(Answer::ok));
    }
}
