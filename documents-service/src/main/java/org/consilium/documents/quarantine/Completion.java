package org.consilium.documents.quarantine;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.consilium.documents.document.Document;
import org.consilium.documents.document.DocumentCommand.CompleteUpload;
import org.consilium.documents.document.DocumentDesk;
import org.consilium.documents.document.Refusals;
import org.consilium.documents.storage.ObjectParts;
import org.consilium.documents.storage.ObjectStore;
import org.consilium.kit.deadline.Deadlines;
import org.consilium.kit.work.Actor;
import org.consilium.kit.work.FailPoints;
import org.consilium.kit.work.Ids;
import org.consilium.kit.work.Transactions;
import org.consilium.kit.work.UnitOfWork;
import org.jboss.logging.Logger;

/** From the last byte to the receipt; may be run again after a crash at any point. */
@ApplicationScoped
class Completion {

    private static final Logger LOG = Logger.getLogger(Completion.class);

    private final Transactions transactions;
    private final DocumentDesk documents;
    private final Quarantine quarantine;
    private final ObjectStore store;
    private final ObjectParts parts;
    private final Deadlines deadlines;
    private final Ids ids;

    Completion(
            Transactions transactions,
            DocumentDesk documents,
            Quarantine quarantine,
            ObjectStore store,
            ObjectParts parts,
            Deadlines deadlines,
            Ids ids) {
        this.transactions = transactions;
        this.documents = documents;
        this.quarantine = quarantine;
        this.store = store;
        this.parts = parts;
        this.deadlines = deadlines;
        this.ids = ids;
    }

    /**
     * Joins the parts and gives the receipt, in the uploader's name.
     *
     * @param sha256 null when nobody saw all bytes pass; then they are read back
     */
    Uni<Document> complete(OpenUpload upload, String sha256) {
        return joined(upload)
                .invoke(() -> FailPoints.reach("upload.joined"))
                .chain(
                        () ->
                                sha256 == null
                                        ? store.sha256(upload.objectKey(), upload.bytes())
                                        : Uni.createFrom().item(sha256))
                .chain(
                        hash ->
                                transactions.inTransaction(
                                        Actor.person(upload.uploadedBy()),
                                        work -> receive(upload, hash, work)));
    }

    private Uni<Void> joined(OpenUpload upload) {
        return upload.isSinglePart()
                ? Uni.createFrom().voidItem()
                : parts.joinParts(
                        upload.objectKey(), upload.s3UploadId(), upload.etags(), upload.bytes());
    }

    private Uni<Document> receive(OpenUpload upload, String sha256, UnitOfWork work) {
        return documents
                .handle(upload.documentId(), new CompleteUpload(sha256, work.now()), work)
                .map(Refusals::accepted)
                .call(
                        document ->
                                deadlines.lift(
                                        document.about().caseId(),
                                        UploadExpiry.KIND,
                                        upload.documentId(),
                                        work))
                .call(() -> quarantine.keepTail(upload, new byte[0], work));
    }

    /** For uploads whose writer died between the last byte and the receipt. */
    Uni<Void> completeAbandoned(Actor self) {
        return transactions
                .inTransaction(self, quarantine::complete)
                .chain(documentIds -> completeEach(documentIds, self));
    }

    private Uni<Void> completeEach(List<UUID> documentIds, Actor self) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (var id : documentIds) {
            done = done.chain(() -> completeOne(id, self));
        }
        return done;
    }

    /** One that fails (another replica was first, the store is away) holds up no other. */
    private Uni<Void> completeOne(UUID documentId, Actor self) {
        return transactions
                .inTransaction(
                        self,
                        work ->
                                quarantine
                                        .admitWriter(documentId, ids.next(), work)
                                        .chain(() -> quarantine.opened(documentId, work)))
                .chain(upload -> complete(upload, null))
                .replaceWithVoid()
                .onFailure()
                .invoke(f -> LOG.infof("upload %s is left for later: %s", documentId, f.toString()))
                .onFailure()
                .recoverWithNull();
    }
}
