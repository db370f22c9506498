package org.consilium.review.reviewers;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.command.Answer;
import org.consilium.kit.command.Idempotency;
import org.consilium.kit.web.Caller;
import org.consilium.kit.web.IfMatch;
import org.consilium.kit.web.Page;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.Transactions;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.directory.Directory;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Reviewers at the REST edge. */
@Path("/api/reviewers")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class ReviewerResource {

    private final Idempotency idempotency;
    private final Transactions transactions;
    private final Reviewers reviewers;
    private final Directory directory;
    private final Caller caller;

    ReviewerResource(
            Idempotency idempotency,
            Transactions transactions,
            Reviewers reviewers,
            Directory directory,
            Caller caller) {
        this.idempotency = idempotency;
        this.transactions = transactions;
        this.reviewers = reviewers;
        this.directory = directory;
        this.caller = caller;
    }

    record Registration(@NotNull UUID person, @NotNull @Valid ReviewerEntry entry) {}

    @POST
    @Guarded("write-reviewers")
    @Cancellable(false)
    public Uni<Response> register(@Valid @NotNull Registration body) {
        var registered = new ReviewerView(body.person(), 0, body.entry());
        return idempotency.once(
                body,
                work ->
                        checkOrganisation(body.entry(), work)
                                .chain(() -> reviewers.add(body.person(), body.entry(), work))
                                .replaceWith(
                                        Answer.created(
                                                        "/api/reviewers/" + body.person(),
                                                        registered)
                                                .withEtag("1")));
    }

    @PUT
    @Path("/{person}")
    @Guarded("write-reviewers")
    @Cancellable(false)
    public Uni<Response> edit(
            @PathParam("person") UUID person,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull ReviewerEntry entry) {
        return transactions
                .inTransaction(
                        caller.actor(),
                        work ->
                                checkOrganisation(entry, work)
                                        .chain(() -> reviewers.forUpdate(person, work))
                                        .invoke(row -> IfMatch.check(ifMatch, row.version))
                                        .invoke(row -> reviewers.write(entry, row)))
                .map(this::response);
    }

    @GET
    @Path("/{person}")
    @Guarded("read-reviewers")
    public Uni<Response> read(@PathParam("person") UUID person) {
        return transactions
                .inTransaction(caller.actor(), work -> reviewers.row(person, work))
                .map(this::response);
    }

    @GET
    @Guarded("read-reviewers")
    public Uni<Page<ReviewerView>> list(
            @QueryParam("after") @Size(max = 100) String after,
            @QueryParam("size") @DefaultValue("50") @Min(1) @Max(Page.MAX_SIZE) int size) {
        var from = Page.after(after);
        return transactions
                .inTransaction(caller.actor(), work -> reviewers.page(from, size, work))
                .map(found -> Page.of(found, size, row -> row.person).map(this::view));
    }

    @GET
    @Path("/{person}/profile")
    @Guarded("read-profile")
    public Uni<ReviewerView.Profile> profile(@PathParam("person") UUID person) {
        var asking = caller.subject();
        boolean staff = caller.has("clinical-lead") || caller.has("coordinator");
        return transactions.inTransaction(
                caller.actor(),
                work ->
                        (staff
                                        ? Uni.createFrom().item(true)
                                        : reviewers.reviewsForCaller(person, asking, work))
                                .chain(may -> may ? reviewers.find(person, work) : nothing())
                                .onItem()
                                .ifNull()
                                .failWith(Problem::notFound)
                                .map(entry -> ReviewerView.Profile.of(person, entry)));
    }

    private static Uni<ReviewerEntry> nothing() {
        return Uni.createFrom().nullItem();
    }

    private Uni<Void> checkOrganisation(ReviewerEntry entry, UnitOfWork work) {
        return entry.organisation() == null
                ? Uni.createFrom().voidItem()
                : directory.requireOrganisation(entry.organisation(), work);
    }

    private Response response(ReviewerRow row) {
        return Response.ok(view(row)).header("ETag", "\"" + row.version + "\"").build();
    }

    private ReviewerView view(ReviewerRow row) {
        return new ReviewerView(row.person, row.openReviews, reviewers.read(row.entry));
    }
}
