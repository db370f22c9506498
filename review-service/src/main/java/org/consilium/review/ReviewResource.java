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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.web.Caller;
import org.consilium.kit.web.Page;
import org.consilium.kit.work.Transactions;

/** Where the reviews stand: the work list, and one of them. */
@Path("/api/reviews")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class ReviewResource {

    private final Transactions transactions;
    private final ReviewSight sight;
    private final Viewers viewers;
    private final Caller caller;

    ReviewResource(Transactions transactions, ReviewSight sight, Viewers viewers, Caller caller) {
        this.transactions = transactions;
        this.sight = sight;
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
        return transactions.inTransaction(
                caller.actor(), work -> sight.page(reviewer, state, from, size, work));
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
                                        actor, work -> sight.of(caseId, viewer, work)));
    }
}
