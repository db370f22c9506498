package org.consilium.documents.reading;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consilium.documents.carryover.CarriedRecords;
import org.consilium.documents.carryover.CarriedRecords.CarriedFrom;
import org.consilium.documents.document.Document;
import org.consilium.documents.document.Documents;
import org.consilium.documents.translations.Standings;
import org.consilium.documents.translations.Standings.Standing;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.web.Caller;
import org.consilium.kit.web.Page;
import org.consilium.kit.web.Problem;

/** What documents there are, and each one's receipt. */
@Path("/api/documents")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class DocumentResource {

    private final Documents documents;
    private final Standings standings;
    private final CarriedRecords carried;
    private final Sights sights;
    private final Caller caller;

    DocumentResource(
            Documents documents,
            Standings standings,
            CarriedRecords carried,
            Sights sights,
            Caller caller) {
        this.documents = documents;
        this.standings = standings;
        this.carried = carried;
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
                                        .map(found -> page(found, size, sight))
                                        .chain(page -> views(page, sight)));
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
                                sights.of(document, person, roles)
                                        .invoke(sight -> checkShown(document, sight))
                                        .chain(sight -> views(List.of(document), sight)))
                .map(List::getFirst);
    }

    /**
     * What was translated of a document, for whoever sees that, in the order it was sent; a
     * translator sees their own.
     */
    @GET
    @Path("/{documentId}/translations")
    @Guarded("see-receipt")
    public Uni<List<DocumentView>> translations(@PathParam("documentId") UUID documentId) {
        var person = caller.subject();
        var roles = caller.roles();
        return documents
                .find(documentId)
                .chain(
                        source ->
                                sights.of(source, person, roles)
                                        .invoke(sight -> checkShown(source, sight)))
                .chain(
                        sight ->
                                documents
                                        .translationsOf(documentId)
                                        .map(found -> shown(found, sight, person))
                                        .chain(shown -> views(shown, sight)));
    }

    private static List<Document> shown(List<Document> found, Sight sight, UUID person) {
        return found.stream()
                .filter(sight::shows)
                .filter(
                        document ->
                                sight != Sight.TRANSLATING
                                        || document.about().uploadedBy().equals(person))
                .toList();
    }

    private static void checkShown(Document document, Sight sight) {
        if (!sight.shows(document)) {
            throw Problem.notFound();
        }
    }

    private static Page<Document> page(List<Document> found, int size, Sight sight) {
        var page = Page.of(found, size, document -> document.about().documentId());
        return new Page<>(page.items().stream().filter(sight::shows).toList(), page.next());
    }

    private Uni<Page<DocumentView>> views(Page<Document> page, Sight sight) {
        return views(page.items(), sight).map(views -> new Page<>(views, page.next()));
    }

    private Uni<List<DocumentView>> views(List<Document> documents, Sight sight) {
        return standings
                .of(documents)
                .chain(
                        known ->
                                carried.of(documents)
                                        .map(from -> views(documents, sight, known, from)));
    }

    private static List<DocumentView> views(
            List<Document> documents,
            Sight sight,
            Map<UUID, Standing> known,
            Map<UUID, CarriedFrom> from) {
        return documents.stream()
                .map(document -> DocumentView.of(document, sight, known, from))
                .toList();
    }
}
