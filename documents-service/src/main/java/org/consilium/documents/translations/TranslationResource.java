package org.consilium.documents.translations;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.consilium.documents.document.Document;
import org.consilium.documents.document.Document.Uploading;
import org.consilium.documents.document.Documents;
import org.consilium.documents.document.Particulars;
import org.consilium.documents.paper.Form.Translation;
import org.consilium.documents.upload.Header;
import org.consilium.documents.upload.Reservations;
import org.consilium.documents.upload.UploadAnswer;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.web.Caller;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.Ids;
import org.consilium.kit.work.Transactions;
import org.consilium.kit.work.UnitOfWork;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Where the upload of a translation begins (tus 1.0, creation); it goes on as every other. */
@Path("/api/documents/{documentId}/translations/uploads")
@Authenticated
public class TranslationResource {

    private final Transactions transactions;
    private final Documents documents;
    private final EngagementRows engagements;
    private final Reservations reservations;
    private final Caller caller;
    private final Ids ids;

    TranslationResource(
            Transactions transactions,
            Documents documents,
            EngagementRows engagements,
            Reservations reservations,
            Caller caller,
            Ids ids) {
        this.transactions = transactions;
        this.documents = documents;
        this.engagements = engagements;
        this.reservations = reservations;
        this.caller = caller;
        this.ids = ids;
    }

    /**
     * Room for one; {@code Upload-Metadata} has {@code filename}, {@code language}, {@code manner}
     * and the version that was translated as {@code sourceSha256}. Without an Idempotency-Key, as
     * every tus upload.
     */
    @POST
    @Guarded("add-translation")
    @Cancellable(false)
    public Uni<Response> reserve(
            @PathParam("documentId") UUID documentId,
            @HeaderParam("Upload-Length") String length,
            @HeaderParam("Upload-Metadata") String metadata) {
        long bytes = Header.count("Upload-Length", length, 1);
        var said = TranslationMetadata.read(metadata);
        if (!caller.roles().contains("translator")) {
            throw Problem.notFound();
        }
        var by = caller.subject();
        return transactions
                .inTransaction(
                        caller.actor(),
                        work ->
                                documents
                                        .hold(documentId, work)
                                        .chain(source -> reserved(source, said, by, bytes, work)))
                .map(UploadAnswer::reserved);
    }

    /** Not found for whoever translates something else. */
    private Uni<Uploading> reserved(
            Document source, TranslationMetadata said, UUID by, long bytes, UnitOfWork work) {
        return engagements
                .from(source.about().documentId(), by, said.to(), work)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .invoke(() -> checkVersion(source, said))
                .map(from -> about(source.about(), said, from, by, bytes, work))
                .chain(about -> reservations.begin(about, work));
    }

    private static void checkVersion(Document source, TranslationMetadata said) {
        EngagementRules.citing(source, said.sourceSha256())
                .ifPresent(
                        reason -> {
                            throw reason.problem();
                        });
    }

    /** Of the source's kind and day, and masked as long as its source is. */
    private Particulars about(
            Particulars source,
            TranslationMetadata said,
            String from,
            UUID by,
            long bytes,
            UnitOfWork work) {
        return new Particulars(
                ids.next(),
                source.caseId(),
                source.kind(),
                source.clinicalDate(),
                said.to(),
                source.firstOpinion(),
                said.fileName(),
                by,
                bytes,
                work.now(),
                new Translation(source.documentId(), said.sourceSha256(), from, said.manner()));
    }
}
