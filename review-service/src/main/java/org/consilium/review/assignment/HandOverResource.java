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
import org.consilium.review.ReviewView;
import org.consilium.review.desk.Refusals;
import org.consilium.review.desk.ReviewDesk;
import org.consilium.review.lifecycle.Decision;
import org.consilium.review.lifecycle.Decision.Moved;
import org.consilium.review.lifecycle.ReviewCommand.AssignAnew;
import org.consilium.review.lifecycle.ReviewCommand.GiveCaseBack;
import org.consilium.review.lifecycle.ReviewCommand.WithdrawReview;
import org.jboss.resteasy.reactive.server.Cancellable;

/**
 * How a review ends before there is an opinion: its reviewer gives it back, the clinical lead
 * assigns it anew, or staff end it; or the lead says that it goes on. The reasons are codes, so
 * that they can be counted and say nothing of the patient.
 */
@Path("/api/reviews/{caseId}")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class HandOverResource {

    private final Idempotency idempotency;
    private final HandingOver handingOver;
    private final Questioning questioning;
    private final ReviewDesk desk;
    private final Caller caller;

    HandOverResource(
            Idempotency idempotency,
            HandingOver handingOver,
            Questioning questioning,
            ReviewDesk desk,
            Caller caller) {
        this.idempotency = idempotency;
        this.handingOver = handingOver;
        this.questioning = questioning;
        this.desk = desk;
        this.caller = caller;
    }

    record GivingBack(
            @NotNull @Pattern(regexp = "conflict-of-interest|off-specialty|ill|no-time|other")
                    String reason) {}

    record Reassignment(
            @NotNull @Pattern(regexp = "overdue|not-reachable|conflict-of-interest|other")
                    String reason) {}

    record Ending(
            @NotNull @Pattern(regexp = "consent-ended|patient-not-reachable|opened-twice|other")
                    String reason) {}

    /** Whoever has not the case learns nothing: every refusal is the same not-found. */
    @POST
    @Path("/return")
    @Guarded("give-case-back")
    @Cancellable(false)
    public Uni<Response> giveBack(
            @PathParam("caseId") UUID caseId, @Valid @NotNull GivingBack body) {
        var reviewer = caller.subject();
        return idempotency.once(
                body,
                work ->
                        handingOver
                                .handOver(
                                        caseId,
                                        asked -> new GiveCaseBack(reviewer, body.reason(), asked),
                                        work)
                                .invoke(HandOverResource::requireMoved)
                                .replaceWith(Answer.noContent()));
    }

    private static void requireMoved(Decision decision) {
        if (!(decision instanceof Moved)) {
            throw Problem.notFound();
        }
    }

    @POST
    @Path("/reassignment")
    @Guarded("assign-anew")
    @Cancellable(false)
    public Uni<Response> reassign(
            @PathParam("caseId") UUID caseId, @Valid @NotNull Reassignment body) {
        var lead = caller.subject();
        return idempotency.once(
                body,
                work ->
                        handingOver
                                .handOver(
                                        caseId,
                                        asked -> new AssignAnew(lead, body.reason(), asked),
                                        work)
                                .invoke(Refusals::requireMoved)
                                .replaceWith(Answer.noContent()));
    }

    /** Triage was set right after the reviewer had accepted: they go on by what it says now. */
    @POST
    @Path("/assignment-confirmation")
    @Guarded("confirm-assignment")
    @Cancellable(false)
    public Uni<Response> confirm(@PathParam("caseId") UUID caseId) {
        var lead = caller.subject();
        return idempotency.once(
                null,
                work -> questioning.confirm(caseId, lead, work).replaceWith(Answer.noContent()));
    }

    @POST
    @Path("/withdrawal")
    @Guarded("withdraw-review")
    @Cancellable(false)
    public Uni<Response> withdraw(@PathParam("caseId") UUID caseId, @Valid @NotNull Ending body) {
        return idempotency.once(
                body,
                work ->
                        desk.perform(caseId, new WithdrawReview(body.reason()), work)
                                .map(ReviewView::stateOf)
                                .map(Answer::ok));
    }
}
