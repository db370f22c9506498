package org.consilium.documents.checklist;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
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
import org.consilium.kit.work.Transactions;
import org.jboss.resteasy.reactive.server.Cancellable;

/** That a case goes on without an item of its checklist. */
@Path("/api/documents/cases/{caseId}/checklist/{item}/waiver")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class WaiverResource {

    private final WaiverDesk desk;
    private final Idempotency idempotency;
    private final Transactions transactions;
    private final Caller caller;

    WaiverResource(
            WaiverDesk desk, Idempotency idempotency, Transactions transactions, Caller caller) {
        this.desk = desk;
        this.idempotency = idempotency;
        this.transactions = transactions;
        this.caller = caller;
    }

    /**
     * What the coordinator says.
     *
     * @param reason a code; there is no room for words, which would be about a patient
     */
    record WaiverBody(@NotNull WaiverReason reason) {}

    @PUT
    @Guarded("waive-item")
    @Cancellable(false)
    public Uni<Response> waive(
            @PathParam("caseId") UUID caseId,
            @PathParam("item") String item,
            @NotNull @Valid WaiverBody body) {
        var by = caller.subject();
        return idempotency.once(
                body,
                work ->
                        desk.waive(caseId, item, new Waiver(body.reason(), by, work.now()), work)
                                .replaceWith(Answer.noContent()));
    }

    @DELETE
    @Guarded("waive-item")
    @Cancellable(false)
    public Uni<Response> withdraw(
            @PathParam("caseId") UUID caseId, @PathParam("item") String item) {
        var by = caller.subject();
        return transactions
                .inTransaction(caller.actor(), work -> desk.withdraw(caseId, item, by, work))
                .replaceWith(() -> Response.noContent().build());
    }
}
