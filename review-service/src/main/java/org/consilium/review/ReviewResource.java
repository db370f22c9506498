package org.consilium.review;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.web.Caller;
import org.consilium.kit.web.Page;
import org.consilium.kit.work.Transactions;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.Viewers.Viewer;
import org.consilium.review.cases.CaseFacts;
import org.consilium.review.cases.Cases;
import org.consilium.review.correction.QuestionedAssignments;
import org.consilium.review.desk.Reviews;
import org.consilium.review.lifecycle.Review;

/** Where the reviews stand: the work list, and one of them. */
@Path("/api/reviews")
@Authenticated
class ReviewResource {

    private final Transactions transactions;
    private final Reviews reviews;
    private final Cases cases;
    private final QuestionedAssignments questioned;
    private final Viewers viewers;
    private final Caller caller;

    ReviewResource(
            Transactions transactions,
            Reviews reviews,
            Cases cases,
            QuestionedAssignments questioned,
            Viewers viewers,
            Caller caller) {
        this.transactions = transactions;
        this.reviews = reviews;
        this.cases = cases;
        this.questioned = questioned;
        this.viewers = viewers;
        this.caller = caller;
    }

    /** Staff see all reviews; a reviewer their own and what they are asked. */
    @GET
    @Guarded("list-reviews")
    public Uni<Page<ReviewView>> list(
            @QueryParam("state") @Pattern(regexp = "[a-z-]{1,40}") String state,
            @QueryParam("after") @Size(max = 100) String after,
            @QueryParam("size") @DefaultValue("50") @Min(1) @Max(Page.MAX_SIZE) int size) {
        var from = Page.after(after);
        boolean staff = caller.has("clinical-lead") || caller.has("coordinator");
        var reviewer = staff ? null : caller.subject();
        return transactions
                .inTransaction(
                        caller.actor(), work -> reviews.page(reviewer, state, from, size, work))
                .map(
                        found ->
                                Page.of(found, size, Review::caseId)
                                        .map(review -> view(review, reviewer)));
    }

    private static ReviewView view(Review review, UUID reviewer) {
        return reviewer == null
                ? ReviewView.stateOf(review)
                : ReviewView.stateFor(reviewer, review);
    }

    @GET
    @Path("/{caseId}")
    @Guarded("read-review")
    public Uni<ReviewView> read(@PathParam("caseId") UUID caseId) {
        var actor = caller.actor();
        return viewers.of(caseId)
                .chain(
                        viewer ->
                                transactions.inTransaction(
                                        actor, work -> view(caseId, viewer, work)));
    }

    private Uni<ReviewView> view(UUID caseId, Viewer viewer, UnitOfWork work) {
        return reviews.find(caseId, work)
                .chain(
                        review ->
                                cases.facts(caseId, work)
                                        .chain(facts -> view(viewer, review, facts, work)));
    }

    private Uni<ReviewView> view(Viewer viewer, Review review, CaseFacts facts, UnitOfWork work) {
        return questioned
                .open(review.caseId(), work)
                .map(waiting -> ReviewView.forViewer(viewer, review, facts, waiting));
    }
}
