package org.consilium.review.assignment;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.ReviewView;
import org.consilium.review.cases.Cases;
import org.consilium.review.desk.Offers;
import org.consilium.review.desk.ReviewDesk;
import org.consilium.review.desk.Reviews;
import org.consilium.review.lifecycle.Decision;
import org.consilium.review.lifecycle.Decision.Moved;
import org.consilium.review.lifecycle.Review;
import org.consilium.review.lifecycle.Review.Searching;
import org.consilium.review.lifecycle.ReviewCommand.AcceptOffer;
import org.consilium.review.lifecycle.ReviewCommand.DeclineOffer;
import org.jboss.resteasy.reactive.server.Cancellable;

/** What a reviewer does with an offer. */
@Path("/api/reviews/{caseId}")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class OfferResource {

    private final Idempotency idempotency;
    private final Reviews reviews;
    private final Offers offers;
    private final ReviewDesk desk;
    private final Assignment assignment;
    private final Independence independence;
    private final Cases cases;
    private final OpinionDue due;
    private final Caller caller;

    OfferResource(
            Idempotency idempotency,
            Reviews reviews,
            Offers offers,
            ReviewDesk desk,
            Assignment assignment,
            Independence independence,
            Cases cases,
            OpinionDue due,
            Caller caller) {
        this.idempotency = idempotency;
        this.reviews = reviews;
        this.offers = offers;
        this.desk = desk;
        this.assignment = assignment;
        this.independence = independence;
        this.cases = cases;
        this.due = due;
        this.caller = caller;
    }

    record Acceptance(@NotNull UUID offerId) {}

    /** The reason is a code, so that it can be counted and says nothing of the patient. */
    record Declining(
            @NotNull @Pattern(regexp = "no-time|off-specialty|conflict-of-interest|language|other")
                    String reason) {}

    @POST
    @Path("/acceptance")
    @Guarded("accept-offer")
    @Cancellable(false)
    public Uni<Response> accept(@PathParam("caseId") UUID caseId, @Valid @NotNull Acceptance body) {
        var reviewer = caller.subject();
        return idempotency.once(
                body,
                work ->
                        cases.facts(caseId, work)
                                .map(facts -> due.of(facts, work.now()))
                                .map(until -> new AcceptOffer(body.offerId(), reviewer, until))
                                .chain(command -> accepted(caseId, command, work))
                                .map(ReviewView::stateOf)
                                .map(Answer::ok));
    }

    private Uni<Review> accepted(UUID caseId, AcceptOffer command, UnitOfWork work) {
        return reviews.findLocked(caseId, work)
                .chain(
                        () ->
                                offers.requireAsked(
                                        caseId, command.offerId(), command.reviewer(), work))
                .chain(() -> independence.require(caseId, command.reviewer(), work))
                .chain(() -> desk.perform(caseId, command, work));
    }

    /**
     * Whoever was not asked, or not any more, learns nothing: every refusal is the same not-found.
     */
    @POST
    @Path("/offers/{offerId}/decline")
    @Guarded("decline-offer")
    @Cancellable(false)
    public Uni<Response> decline(
            @PathParam("caseId") UUID caseId,
            @PathParam("offerId") UUID offerId,
            @Valid @NotNull Declining body) {
        var command = new DeclineOffer(offerId, caller.subject(), body.reason());
        return idempotency.once(
                body,
                work ->
                        desk.handle(caseId, command, work)
                                .chain(decision -> askNext(decision, work))
                                .replaceWith(Answer.noContent()));
    }

    private Uni<Void> askNext(Decision decision, UnitOfWork work) {
        if (decision instanceof Moved moved && moved.to() instanceof Searching searching) {
            return assignment.next(searching, work);
        }
        throw Problem.notFound();
    }
}
