package org.consilium.documents.upload;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.consilium.documents.document.Document;
import org.consilium.documents.document.Document.Uploading;
import org.consilium.documents.document.DocumentCommand.DiscardUpload;
import org.consilium.documents.document.DocumentDesk;
import org.consilium.documents.document.Documents;
import org.consilium.documents.document.Particulars;
import org.consilium.documents.document.Refusals;
import org.consilium.documents.quarantine.Quarantine;
import org.consilium.documents.quarantine.UploadExpiry;
import org.consilium.kit.deadline.Deadline;
import org.consilium.kit.deadline.Deadlines;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.Actor;
import org.consilium.kit.work.Ids;
import org.consilium.kit.work.Transactions;
import org.consilium.kit.work.UnitOfWork;

/** Where an upload begins, is found again and is given up. */
@ApplicationScoped
class Reservations {

    private final Transactions transactions;
    private final DocumentDesk desk;
    private final Documents documents;
    private final Quarantine quarantine;
    private final Deadlines deadlines;
    private final UploadConfig config;
    private final Ids ids;
    private final Clock clock;

    Reservations(
            Transactions transactions,
            DocumentDesk desk,
            Documents documents,
            Quarantine quarantine,
            Deadlines deadlines,
            UploadConfig config,
            Ids ids,
            Clock clock) {
        this.transactions = transactions;
        this.desk = desk;
        this.documents = documents;
        this.quarantine = quarantine;
        this.deadlines = deadlines;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    Uni<Uploading> reserve(UUID caseId, UUID uploader, long bytes, String metadata) {
        var said = UploadMetadata.read(metadata, tomorrow());
        return transactions.inTransaction(
                Actor.person(uploader),
                work -> reserve(particulars(caseId, uploader, bytes, said, work), work));
    }

    private Uni<Uploading> reserve(Particulars about, UnitOfWork work) {
        var expiresAt = work.now().plus(config.expiry());
        var expiry = new Deadline(about.caseId(), UploadExpiry.KIND, about.documentId(), expiresAt);
        return desk.reserve(about, expiresAt, config.maxBytes(), work)
                .map(decision -> (Uploading) Refusals.accepted(decision))
                .call(() -> work.session().flush())
                .call(() -> quarantine.begin(about.documentId(), work))
                .call(() -> deadlines.set(expiry, work));
    }

    /** Not found unless it is this uploader's and of this case. */
    Uni<Document> find(UUID caseId, UUID uploadId, UUID uploader) {
        return documents
                .find(uploadId)
                .invoke(
                        document -> {
                            var about = document.about();
                            if (!about.caseId().equals(caseId)
                                    || !about.uploadedBy().equals(uploader)) {
                                throw Problem.notFound();
                            }
                        });
    }

    Uni<Void> discard(UUID caseId, UUID uploadId, UUID uploader) {
        return find(caseId, uploadId, uploader)
                .chain(
                        () ->
                                transactions.inTransaction(
                                        Actor.person(uploader),
                                        work ->
                                                desk.handle(
                                                        uploadId,
                                                        new DiscardUpload(work.now()),
                                                        work)))
                .invoke(Refusals::accepted)
                .replaceWithVoid();
    }

    private Particulars particulars(
            UUID caseId, UUID uploader, long bytes, UploadMetadata said, UnitOfWork work) {
        return new Particulars(
                ids.next(),
                caseId,
                said.kind(),
                said.clinicalDate(),
                said.language(),
                said.firstOpinion(),
                said.fileName(),
                uploader,
                bytes,
                work.now());
    }

    /** Somewhere on earth it is a day later than here. */
    private LocalDate tomorrow() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC)).plusDays(1);
    }
}
