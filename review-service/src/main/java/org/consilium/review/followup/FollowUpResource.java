package org.consilium.review.followup;

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
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.web.Answer;
import org.consilium.kit.web.Caller;
import org.consilium.kit.web.Idempotency;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.Ids;
import org.consilium.kit.work.Transactions;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.followup.FollowUps.FollowUpView;
import org.consilium.review.lifecycle.Review;
import org.consilium.review.lifecycle.Review.Released;
import org.consilium.review.lifecycle.ReviewCommand.AnswerFollowUp;
import org.consilium.review.lifecycle.ReviewCommand.AskFollowUp;
import org.consilium.review.lifecycle.ReviewDesk;
import org.jboss.resteasy.reactive.server.Cancellable;

/** What the patient's side asks about the opinion they hold. */
@Path("/api/reviews/{caseId}/follow-up")
@Authenticated
class FollowUpResource {

    private final Idempotency idempotency;
    private final Transactions transactions;
    private final FollowUps followUps;
    private final ReviewDesk desk;
    private final Caller caller;
    private final Ids ids;

    FollowUpResource(
            Idempotency idempotency,
            Transactions transactions,
            FollowUps followUps,
            ReviewDesk desk,
            Caller caller,
            Ids ids) {
        this.idempotency = idempotency;
        this.transactions = transactions;
        this.followUps = followUps;
        this.desk = desk;
        this.caller = caller;
        this.ids = ids;
    }

    record FollowUpText(@NotBlank @Size(max = 5000) String text) {}

    record AddendumText(@NotBlank @Size(max = 20_000) String text) {}

    record Asked(UUID followUpId) {}

    record Answered(UUID addendumId) {}

    @POST
    @Guarded("ask-follow-up")
    @Cancellable(false)
    public Uni<Response> ask(@PathParam("caseId") UUID caseId, @Valid @NotNull FollowUpText body) {
        var person = caller.subject();
        return idempotency.once(
                body,
                work -> {
                    var row = asked(caseId, person, body, ids, work);
                    return desk.perform(caseId, new AskFollowUp(row.id, person, work.now()), work)
                            .call(() -> followUps.keep(row, work))
                            .replaceWith(Answer.created(null, new Asked(row.id)));
                });
    }

    @GET
    @Guarded("read-follow-ups")
    public Uni<List<FollowUpView>> read(@PathParam("caseId") UUID caseId) {
        return transactions.inTransaction(caller.actor(), work -> followUps.of(caseId, work));
    }

    @POST
    @Path("/{followUpId}/answer")
    @Guarded("answer-follow-up")
    @Cancellable(false)
    public Uni<Response> answer(
            @PathParam("caseId") UUID caseId,
            @PathParam("followUpId") UUID followUpId,
            @Valid @NotNull AddendumText body) {
        var command = new AnswerFollowUp(followUpId, ids.next(), caller.subject());
        return idempotency.once(
                body,
                work ->
                        desk.perform(caseId, command, work)
                                .map(FollowUpResource::opinionOf)
                                .map(opinion -> addendum(command, opinion, body, work))
                                .call(row -> followUps.keep(row, work))
                                .map(row -> Answer.created(null, new Answered(row.id))));
    }

    private static UUID opinionOf(Review review) {
        if (review instanceof Released released) {
            return released.opinionId();
        }
        throw Problem.notFound();
    }

    private static FollowUpRow asked(
            UUID caseId, UUID person, FollowUpText body, Ids ids, UnitOfWork work) {
        var row = new FollowUpRow();
        row.id = ids.next();
        row.caseId = caseId;
        row.askedBy = person;
        row.text = body.text();
        row.askedAt = work.now();
        return row;
    }

    private static AddendumRow addendum(
            AnswerFollowUp command, UUID opinion, AddendumText body, UnitOfWork work) {
        var row = new AddendumRow();
        row.id = command.addendumId();
        row.followUpId = command.followUpId();
        row.opinionId = opinion;
        row.reviewer = command.reviewer();
        row.text = body.text();
        row.signedAt = work.now();
        return row;
    }
}
