package org.consilium.review.assignment;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
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
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.Transactions;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.desk.Reviews;
import org.consilium.review.lifecycle.Review;
import org.consilium.review.lifecycle.Review.AwaitingAssignment;
import org.consilium.review.matching.Matchings;
import org.consilium.review.matching.Matchings.Run;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Why somebody was asked and the others were not, and another try. */
@Path("/api/reviews/{caseId}/matching")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class MatchingResource {

    private final Idempotency idempotency;
    private final Transactions transactions;
    private final Reviews reviews;
    private final Matchings matchings;
    private final Assignment assignment;
    private final Caller caller;

    MatchingResource(
            Idempotency idempotency,
            Transactions transactions,
            Reviews reviews,
            Matchings matchings,
            Assignment assignment,
            Caller caller) {
        this.idempotency = idempotency;
        this.transactions = transactions;
        this.reviews = reviews;
        this.matchings = matchings;
        this.assignment = assignment;
        this.caller = caller;
    }

    @GET
    @Guarded("read-matching")
    public Uni<List<Run>> read(@PathParam("caseId") UUID caseId) {
        return transactions.inTransaction(
                caller.actor(),
                work -> reviews.find(caseId, work).chain(() -> matchings.of(caseId, work)));
    }

    @POST
    @Guarded("run-matching")
    @Cancellable(false)
    public Uni<Response> run(@PathParam("caseId") UUID caseId) {
        return idempotency.once(
                null,
                work ->
                        reviews.findLocked(caseId, work)
                                .chain(review -> runAgain(review, work))
                                .map(Answer::ok));
    }

    private Uni<Run> newest(AwaitingAssignment waiting, UnitOfWork work) {
        return matchings.of(waiting.caseId(), work).map(List::getFirst);
    }

    private Uni<Run> runAgain(Review review, UnitOfWork work) {
        if (review instanceof AwaitingAssignment waiting) {
            return assignment.next(waiting, work).chain(() -> newest(waiting, work));
        }
        throw new Problem(
                409, "not-allowed-in-this-state", "Somebody is asked or assigned already.");
    }
}
