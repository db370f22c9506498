package org.consilium.review.fhir;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.web.Caller;
import org.consilium.kit.work.Sha256;
import org.consilium.kit.work.Transactions;
import org.consilium.review.Viewers;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The letter for another system; whoever may read the one may read the other. */
@Path("/api/reviews/{caseId}/letter.fhir")
@Authenticated
class LetterDocumentResource {

    private final Transactions transactions;
    private final LetterDocuments documents;
    private final Viewers viewers;
    private final Caller caller;

    LetterDocumentResource(
            Transactions transactions, LetterDocuments documents, Viewers viewers, Caller caller) {
        this.transactions = transactions;
        this.documents = documents;
        this.viewers = viewers;
        this.caller = caller;
    }

    /** Of the version that is released, or of another as it was delivered. */
    @GET
    @Guarded("read-letter")
    @Produces("application/fhir+json")
    @Operation(summary = "The letter as a document Bundle of FHIR R4")
    public Uni<Response> read(
            @PathParam("caseId") UUID caseId, @QueryParam("version") @Min(1) Integer version) {
        var actor = caller.actor();
        return viewers.of(caseId)
                .chain(
                        viewer ->
                                transactions.inTransaction(
                                        actor,
                                        work -> documents.delivered(caseId, version, viewer, work)))
                .chain(documents::written)
                .map(LetterDocumentResource::response);
    }

    private static Response response(String document) {
        return Response.ok(document)
                .header("ETag", "\"" + Sha256.hex(document) + "\"")
                .header("Content-Disposition", "attachment; filename=\"second-opinion.fhir.json\"")
                .header("Content-Security-Policy", "sandbox")
                .header("Cache-Control", "private, no-store")
                .build();
    }
}
