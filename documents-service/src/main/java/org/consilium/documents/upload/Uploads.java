package org.consilium.documents.upload;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.consilium.documents.document.Document;
import org.consilium.documents.document.DocumentCommand.DiscardUpload;
import org.consilium.documents.document.DocumentDesk;
import org.consilium.documents.document.Documents;
import org.consilium.documents.document.Refusals;
import org.consilium.documents.quarantine.Chunk;
import org.consilium.documents.quarantine.UploadDesk;
import org.consilium.documents.quarantine.WriterPlaces;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.Actor;
import org.consilium.kit.work.Transactions;

/** What an uploader does with an upload that exists; to everybody else it is not there. */
@ApplicationScoped
class Uploads {

    private final Transactions transactions;
    private final DocumentDesk documentDesk;
    private final UploadDesk uploadDesk;
    private final Documents documents;
    private final Writers writers;
    private final WriterPlaces places;

    Uploads(
            Transactions transactions,
            DocumentDesk documentDesk,
            UploadDesk uploadDesk,
            Documents documents,
            Writers writers,
            WriterPlaces places) {
        this.transactions = transactions;
        this.documentDesk = documentDesk;
        this.uploadDesk = uploadDesk;
        this.documents = documents;
        this.writers = writers;
        this.places = places;
    }

    /**
     * An upload as somebody names it.
     *
     * @param uploader who names it
     */
    record Named(UUID caseId, UUID id, UUID uploader) {}

    Uni<Document> find(Named upload) {
        return documents
                .find(upload.id())
                .invoke(
                        document -> {
                            var about = document.about();
                            if (about.isPaper()
                                    || !about.caseId().equals(upload.caseId())
                                    || !about.uploadedBy().equals(upload.uploader())) {
                                throw Problem.notFound();
                            }
                        });
    }

    /** The upload as it is when the body is through. */
    Uni<Document> append(Named upload, Chunk chunk, RequestBody body) {
        return find(upload)
                .call(() -> writers.one(upload.uploader(), () -> written(upload, chunk, body)))
                .chain(() -> find(upload));
    }

    private Uni<Long> written(Named upload, Chunk chunk, RequestBody body) {
        return uploadDesk
                .open(upload.id(), upload.uploader(), chunk)
                .chain(inflow -> places.heldDuring(inflow, body.pour(inflow)));
    }

    Uni<Document> discard(Named upload) {
        return find(upload)
                .chain(
                        () ->
                                transactions.inTransaction(
                                        Actor.person(upload.uploader()),
                                        work ->
                                                documentDesk.handle(
                                                        upload.id(),
                                                        new DiscardUpload(work.now()),
                                                        work)))
                .map(Refusals::accepted);
    }
}
