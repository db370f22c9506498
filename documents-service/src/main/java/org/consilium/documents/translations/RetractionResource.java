package org.consilium.documents.translations;

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
import java.util.UUID;
import org.consilium.documents.document.DocumentCommand.RetractTranslation;
import org.consilium.documents.document.DocumentDesk;
import org.consilium.documents.document.Refusals;
import org.consilium.documents.paper.Form.Fault;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.command.Answer;
import org.consilium.kit.command.Idempotency;
import org.consilium.kit.web.Caller;
import org.jboss.resteasy.reactive.server.Cancellable;

/** A translation that is wrong is taken back, whoever reads it by now. */
@Path("/api/documents/{documentId}/retraction")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class RetractionResource {

    private final DocumentDesk desk;
    private final Idempotency idempotency;
    private final Caller caller;

    RetractionResource(DocumentDesk desk, Idempotency idempotency, Caller caller) {
        this.desk = desk;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /**
     * What is wrong with it.
     *
     * @param fault a code; there is no room for words, which would be about a patient
     */
    record RetractionBody(@NotNull Fault fault) {}

    /**
     * For good, by whoever translated or a coordinator, until the case ends. Whoever reviews is
     * told; the one before it counts again, unless it was taken back as well.
     */
    @POST
    @Guarded("retract-translation")
    @Cancellable(false)
    public Uni<Response> retract(
            @PathParam("documentId") UUID documentId, @NotNull @Valid RetractionBody body) {
        var by = caller.subject();
        boolean coordinates = caller.has("coordinator");
        return idempotency.once(
                body,
                work ->
                        desk.amend(
                                        documentId,
                                        new RetractTranslation(
                                                by, coordinates, body.fault(), work.now()),
                                        work)
                                .map(Refusals::accepted)
                                .replaceWith(Answer.noContent()));
    }
}
