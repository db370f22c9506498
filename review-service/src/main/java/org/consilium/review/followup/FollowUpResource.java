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
import org.consilium.review.Viewers;
import org.consilium.review.desk.ReviewDesk;
import org.consilium.review.followup.FollowUps.FollowUpView;
import org.consilium.review.lifecycle.Review;
import org.consilium.review.lifecycle.Review.Released;
import org.consilium.review.lifecycle.ReviewCommand.AskFollowUp;
import org.jboss.resteasy.reactive.server.Cancellable;

/** What the patient's side asks about the opinion they hold. */
@Path("/api/reviews/{caseId}/follow-up")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class FollowUpResource {

    private final Idempotency idempotency;
    private final Transactions transactions;
    private final FollowUps followUps;
    private final ReviewDesk desk;
    private final Viewers viewers;
    private final Caller caller;

    FollowUpResource(
            Idempotency idempotency,
            Transactions transactions,
            FollowUps followUps,
            ReviewDesk desk,
            Viewers viewers,
            Caller caller) {
        this.idempotency = idempotency;
        this.transactions = transactions;
        this.followUps = followUps;
        this.desk = desk;
        this.viewers = viewers;
        this.caller = caller;
    }

    record FollowUpText(@NotBlank @Size(max = 5000) String text) {}

    record AddendumText(@NotBlank @Size(max = 20_000) String text) {}

    record Asked(UUID followUpId) {}

    record Answered(UUID addendumId) {}

    @POST
    @Guarded("ask-follow-up")
    @Cancellable(false)
    public Uni<Response> ask(@PathParam("caseId") UUID caseId, @Valid @NotNull FollowUpText body) {
        return viewers.of(caseId)
                .chain(
                        viewer -> {
                            // Who may not read the answer does not use up the family's questions.
                            if (!viewer.mayReadOpinionForPatient()) {
                                throw Problem.notFound();
                            }
                            return asked(caseId, viewer.person(), body);
                        });
    }

    private Uni<Response> asked(UUID caseId, UUID person, FollowUpText body) {
        return idempotency.once(
                body,
                work -> {
                    var row = followUps.asked(caseId, person, body.text(), work);
                    return desk.perform(caseId, new AskFollowUp(row.id, person, work.now()), work)
                            .call(() -> followUps.keep(row, work))
                            .replaceWith(Answer.created(null, new Asked(row.id)));
                });
    }

    @GET
    @Guarded("read-follow-ups")
    public Uni<List<FollowUpView>> read(@PathParam("caseId") UUID caseId) {
        var actor = caller.actor();
        return viewers.of(caseId)
                .chain(
                        viewer ->
                                transactions.inTransaction(
                                        actor, work -> followUps.of(caseId, viewer, work)));
    }

    @POST
    @Path("/{followUpId}/answer")
    @Guarded("answer-follow-up")
    @Cancellable(false)
    public Uni<Response> answer(
            @PathParam("caseId") UUID caseId,
            @PathParam("followUpId") UUID followUpId,
            @Valid @NotNull AddendumText body) {
        var command = followUps.answering(followUpId, caller.subject());
        return idempotency.once(
                body,
                work ->
                        desk.perform(caseId, command, work)
                                .map(FollowUpResource::opinionOf)
                                .map(
                                        opinion ->
                                                followUps.addendum(
                                                        command, opinion, body.text(), work))
                                .call(row -> followUps.keep(row, work))
                                .map(row -> Answer.created(null, new Answered(row.id))));
    }

    private static UUID opinionOf(Review review) {
        if (review instanceof Released released) {
            return released.opinionId();
        }
        throw Problem.notFound();
    }
}
