package org.consilium.documents.requests;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.consilium.documents.requests.RecordRequestCommand.CallOffRequest;
import org.consilium.documents.requests.RecordRequestCommand.NoteRefusal;
import org.consilium.documents.requests.RecordRequestCommand.RemindHolder;
import org.consilium.documents.requests.RecordRequestCommand.SendRequest;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.command.Answer;
import org.consilium.kit.command.Idempotency;
import org.jboss.resteasy.reactive.server.Cancellable;

/** What people did about a request, and what the holder said. */
@Path("/api/documents/cases/{caseId}/record-requests/{requestId}")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class RequestStepResource {

    private final RecordRequestDesk desk;
    private final Idempotency idempotency;

    RequestStepResource(RecordRequestDesk desk, Idempotency idempotency) {
        this.desk = desk;
        this.idempotency = idempotency;
    }

    /** Why the holder does not give it. */
    record RefusalBody(@NotNull HolderReason reason) {}

    @POST
    @Path("/sending")
    @Guarded("request-records")
    @Cancellable(false)
    public Uni<Response> send(
            @PathParam("caseId") UUID caseId, @PathParam("requestId") UUID requestId) {
        return step(caseId, requestId, null, SendRequest::new);
    }

    @POST
    @Path("/reminder")
    @Guarded("request-records")
    @Cancellable(false)
    public Uni<Response> remind(
            @PathParam("caseId") UUID caseId, @PathParam("requestId") UUID requestId) {
        return step(caseId, requestId, null, RemindHolder::new);
    }

    @POST
    @Path("/refusal")
    @Guarded("request-records")
    @Cancellable(false)
    public Uni<Response> noteRefusal(
            @PathParam("caseId") UUID caseId,
            @PathParam("requestId") UUID requestId,
            @NotNull @Valid RefusalBody body) {
        return step(caseId, requestId, body, at -> new NoteRefusal(body.reason(), at));
    }

    @POST
    @Path("/calling-off")
    @Guarded("request-records")
    @Cancellable(false)
    public Uni<Response> callOff(
            @PathParam("caseId") UUID caseId, @PathParam("requestId") UUID requestId) {
        return step(caseId, requestId, null, CallOffRequest::new);
    }

    private Uni<Response> step(
            UUID caseId,
            UUID requestId,
            Object body,
            Function<Instant, RecordRequestCommand> command) {
        return idempotency.once(
                body,
                work ->
                        desk.handle(caseId, requestId, command.apply(work.now()), work)
                                .map(Refusals::accepted)
                                .map(request -> Answer.ok(RecordRequestView.of(request))));
    }
}
