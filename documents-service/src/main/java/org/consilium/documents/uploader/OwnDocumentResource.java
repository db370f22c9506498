package org.consilium.documents.uploader;

import static org.consilium.contracts.Relation.REVIEWER;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.consilium.documents.document.Decision;
import org.consilium.documents.document.DocumentCommand.DateDocument;
import org.consilium.documents.document.DocumentCommand.WithdrawDocument;
import org.consilium.documents.document.DocumentDesk;
import org.consilium.documents.document.Documents;
import org.consilium.documents.document.Particulars;
import org.consilium.documents.document.Refusals;
import org.consilium.documents.paper.Form.File;
import org.consilium.documents.paper.Form.Page;
import org.consilium.documents.paper.Form.Paper;
import org.consilium.documents.paper.Form.Translation;
import org.consilium.documents.paper.PaperDesk;
import org.consilium.documents.translations.TranslationDesk;
import org.consilium.kit.access.CaseAccess;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.command.Answer;
import org.consilium.kit.command.Idempotency;
import org.consilium.kit.web.Caller;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.UnitOfWork;
import org.jboss.resteasy.reactive.server.Cancellable;

/** What whoever sent a document may still do with it. */
@Path("/api/documents/{documentId}")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class OwnDocumentResource {

    private final DocumentDesk desk;
    private final Documents documents;
    private final PaperDesk papers;
    private final TranslationDesk translations;
    private final CaseAccess access;
    private final Idempotency idempotency;
    private final Caller caller;

    OwnDocumentResource(
            DocumentDesk desk,
            Documents documents,
            PaperDesk papers,
            TranslationDesk translations,
            CaseAccess access,
            Idempotency idempotency,
            Caller caller) {
        this.desk = desk;
        this.documents = documents;
        this.papers = papers;
        this.translations = translations;
        this.access = access;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /**
     * When the record was made.
     *
     * @param date as it says on the paper
     */
    record ClinicalDate(@NotNull LocalDate date) {}

    /** Once, where the upload did not say. */
    @PUT
    @Path("/clinical-date")
    @Guarded("date-document")
    @Cancellable(false)
    public Uni<Response> date(
            @PathParam("documentId") UUID documentId, @NotNull @Valid ClinicalDate body) {
        var by = caller.subject();
        return idempotency.once(
                body,
                work -> {
                    checkPlausible(body.date(), work);
                    return desk.amend(documentId, new DateDocument(body.date(), by), work)
                            .map(Refusals::accepted)
                            .replaceWith(Answer.noContent());
                });
    }

    /** Somewhere on earth it is a day later than here. */
    private static void checkPlausible(LocalDate date, UnitOfWork work) {
        if (date.getYear() < Particulars.EARLIEST_YEAR) {
            throw Problem.malformed("date", "plausible", "no record is so old");
        }
        if (date.isAfter(work.now().atOffset(ZoneOffset.UTC).toLocalDate().plusDays(1))) {
            throw Problem.malformed("date", "past-or-present", "is in the future");
        }
    }

    /**
     * Taken back: before anybody reviews the records, and for good. A paper goes with all its
     * pages, and of a page only that one.
     */
    @POST
    @Path("/withdrawal")
    @Guarded("withdraw-document")
    @Cancellable(false)
    public Uni<Response> withdraw(@PathParam("documentId") UUID documentId) {
        var by = caller.subject();
        return documents
                .find(documentId)
                .chain(
                        document ->
                                idempotency.once(
                                        documentId,
                                        work ->
                                                withdrawn(document.about(), by, work)
                                                        .map(Refusals::accepted)
                                                        .replaceWith(Answer.noContent())));
    }

    private Uni<Decision> withdrawn(Particulars about, UUID by, UnitOfWork work) {
        var id = about.documentId();
        return switch (about.form()) {
            case File _ -> withTranslations(about, by, work);
            case Translation _ -> takenBack(about, by, work);
            case Paper _ -> papers.withPages(id, by, () -> withTranslations(about, by, work), work);
            case Page(var paper) -> papers.leaveOut(paper, id, by, work);
        };
    }

    private Uni<Decision> withTranslations(Particulars about, UUID by, UnitOfWork work) {
        return translations.withSource(about.documentId(), () -> takenBack(about, by, work), work);
    }

    private Uni<Decision> takenBack(Particulars about, UUID by, UnitOfWork work) {
        return access.people(about.caseId(), Set.of(REVIEWER), work)
                .map(them -> new WithdrawDocument(by, !them.isEmpty(), work.now()))
                .chain(wish -> desk.amend(about.documentId(), wish, work));
    }
}
