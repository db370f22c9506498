package org.consilium.documents.reading;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.consilium.documents.document.Document;
import org.consilium.documents.document.Documents;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.web.Caller;
import org.consilium.kit.web.Page;
import org.consilium.kit.web.Problem;

/** What documents there are, and each one's receipt. */
@Path("/api/documents")
@Authenticated
public class DocumentResource {

    private final Documents documents;
    private final Sights sights;
    private final Caller caller;

    DocumentResource(Documents documents, Sights sights, Caller caller) {
        this.documents = documents;
        this.sights = sights;
        this.caller = caller;
    }

    /** In the order they were reserved. What the caller may not see leaves shorter pages. */
    @GET
    @Path("/cases/{caseId}/documents")
    @Guarded("list-documents")
    public Uni<Page<DocumentView>> list(
            @PathParam("caseId") UUID caseId,
            @QueryParam("after") String after,
            @QueryParam("size") @DefaultValue("50") @Min(1) @Max(Page.MAX_SIZE) int size) {
        var from = Page.after(after);
        return sights.of(caseId, caller.subject(), caller.roles())
                .chain(
                        sight ->
                                documents
                                        .ofCase(caseId, from, size + 1)
                                        .map(found -> page(found, size, sight)));
    }

    @GET
    @Path("/{documentId}")
    @Guarded("see-receipt")
    public Uni<DocumentView> receipt(@PathParam("documentId") UUID documentId) {
        var person = caller.subject();
        var roles = caller.roles();
        return documents
                .find(documentId)
                .chain(
                        document ->
                                sights.of(document.about().caseId(), person, roles)
                                        .map(sight -> receipt(document, sight)));
    }

    private static DocumentView receipt(Document document, Sight sight) {
        if (!sight.shows(document)) {
            throw Problem.notFound();
        }
        return DocumentView.of(document, sight);
    }

    private static Page<DocumentView> page(List<Document> found, int size, Sight sight) {
        var page = Page.of(found, size, document -> document.about().documentId());
        var shown = page.items().stream().filter(sight::shows).toList();
        return new Page<>(shown, page.next()).map(document -> DocumentView.of(document, sight));
    }
}
