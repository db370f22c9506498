package org.consilium.intake.request;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.consilium.contracts.Relation;
import org.consilium.intake.cases.Case;
import org.consilium.intake.cases.CaseCommand;
import org.consilium.intake.cases.CaseCommand.AcknowledgeBoundaries;
import org.consilium.intake.cases.CaseCommand.EditDraft;
import org.consilium.intake.cases.CaseCommand.SubmitCase;
import org.consilium.intake.desk.CaseDesk;
import org.consilium.intake.desk.DraftRevision;
import org.consilium.intake.price.PriceEntry;
import org.consilium.intake.price.ShownPrice;
import org.consilium.kit.access.CaseAccess;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.command.Answer;
import org.consilium.kit.command.Idempotency;
import org.consilium.kit.web.Caller;
import org.consilium.kit.work.Ids;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;

/** From the empty draft to the submitted case: written by the patient's side alone. */
@Path("/api/cases/{caseId}")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class DraftResource {

    private final CaseDesk desk;
    private final CaseAccess access;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    DraftResource(
            CaseDesk desk,
            CaseAccess access,
            Idempotency idempotency,
            Caller caller,
            Ids ids,
            Clock clock) {
        this.desk = desk;
        this.access = access;
        this.idempotency = idempotency;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    record Acknowledgements(
            @NotEmpty @Size(max = 30) Set<@NotBlank @Size(max = 60) String> statements) {}

    /**
     * {@code expedited}: the faster turnaround, at its own price. {@code delayAcknowledged}: the
     * opinion may come only just before the treatment. {@code questionsKept}: in spite of advice.
     * {@code price}: as the programme shows it, and agreed to with this.
     */
    record SubmissionRequest(
            boolean expedited,
            boolean delayAcknowledged,
            boolean questionsKept,
            @Valid PriceEntry price) {
        static final SubmissionRequest USUAL = new SubmissionRequest(false, false, false, null);

        ShownPrice shown() {
            return price == null ? null : price.toShown();
        }
    }

    @PUT
    @Path("/draft")
    @Guarded("edit-draft")
    @Cancellable(false)
    @Operation(summary = "Write the draft; If-Match carries the ETag that was read")
    public Uni<Response> edit(
            @PathParam("caseId") UUID caseId,
            @HeaderParam("If-Match") String ifMatch,
            @NotNull @Valid DraftRequest body) {
        var command = new EditDraft(body.toContent(ids), DraftRevision.read(ifMatch));
        return answered(caseId, command, body);
    }

    @POST
    @Path("/acknowledgements")
    @Guarded("acknowledge")
    @Cancellable(false)
    @Operation(summary = "Acknowledge boundary statements, some or all at a time")
    public Uni<Response> acknowledge(
            @PathParam("caseId") UUID caseId, @NotNull @Valid Acknowledgements body) {
        return answered(caseId, new AcknowledgeBoundaries(body.statements()), body);
    }

    @POST
    @Path("/submission")
    @Guarded("submit-case")
    @Cancellable(false)
    @Operation(summary = "Submit; refused with everything that is missing")
    public Uni<Response> submit(@PathParam("caseId") UUID caseId, @Valid SubmissionRequest body) {
        var choice = body == null ? SubmissionRequest.USUAL : body;
        var requester = caller.subject();
        var now = clock.instant();
        return access.relations(caseId, requester, now)
                .chain(
                        held ->
                                answered(
                                        caseId,
                                        submission(requester, held, choice, now),
                                        choice,
                                        held));
    }

    private static SubmitCase submission(
            UUID requester, Set<Relation> held, SubmissionRequest choice, Instant now) {
        return new SubmitCase(
                requester,
                Requesters.acting(held),
                choice.expedited(),
                choice.delayAcknowledged(),
                choice.questionsKept(),
                choice.shown(),
                now);
    }

    private Uni<Response> answered(UUID caseId, CaseCommand command, Object body) {
        return access.relations(caseId, caller.subject(), clock.instant())
                .chain(held -> answered(caseId, command, body, held));
    }

    private Uni<Response> answered(
            UUID caseId, CaseCommand command, Object body, Set<Relation> held) {
        return idempotency.once(
                body, work -> desk.handle(caseId, command, work).map(now -> answer(now, held)));
    }

    private static Answer answer(Case now, Set<Relation> held) {
        return Answer.ok(CaseView.whole(now, held)).withEtag(DraftRevision.of(now));
    }
}
