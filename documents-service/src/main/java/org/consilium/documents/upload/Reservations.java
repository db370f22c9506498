package org.consilium.documents.upload;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.consilium.documents.checklist.ChecklistDesk;
import org.consilium.documents.document.Document.Uploading;
import org.consilium.documents.document.DocumentDesk;
import org.consilium.documents.document.Particulars;
import org.consilium.documents.document.Refusals;
import org.consilium.documents.links.LinkDesk;
import org.consilium.documents.links.LinkGate;
import org.consilium.documents.links.UploadLink;
import org.consilium.documents.quarantine.Quarantine;
import org.consilium.documents.quarantine.UploadExpiry;
import org.consilium.kit.deadline.Deadline;
import org.consilium.kit.deadline.Deadlines;
import org.consilium.kit.work.Actor;
import org.consilium.kit.work.Ids;
import org.consilium.kit.work.Transactions;
import org.consilium.kit.work.UnitOfWork;

/** Where an upload begins: room for it, and the hour at which it is given up. */
@ApplicationScoped
class Reservations {

    private final Transactions transactions;
    private final DocumentDesk desk;
    private final Quarantine quarantine;
    private final Deadlines deadlines;
    private final UploadConfig config;
    private final ChecklistDesk checklist;
    private final LinkDesk links;
    private final Ids ids;

    Reservations(
            Transactions transactions,
            DocumentDesk desk,
            Quarantine quarantine,
            Deadlines deadlines,
            UploadConfig config,
            ChecklistDesk checklist,
            LinkDesk links,
            Ids ids) {
        this.transactions = transactions;
        this.desk = desk;
        this.quarantine = quarantine;
        this.deadlines = deadlines;
        this.config = config;
        this.checklist = checklist;
        this.links = links;
        this.ids = ids;
    }

    Uni<Uploading> reserve(UUID caseId, UUID uploader, long bytes, String metadata) {
        return transactions.inTransaction(
                Actor.person(uploader),
                work -> {
                    var said = UploadMetadata.read(metadata, tomorrow(work));
                    return checkKind(caseId, said, work)
                            .chain(
                                    () ->
                                            reserve(
                                                    particulars(
                                                            caseId, uploader, bytes, said, work),
                                                    work));
                });
    }

    /** By a link: counted against it, in the name of whoever made it. */
    Uni<Uploading> reserve(UploadLink link, long bytes, String metadata) {
        return transactions.inTransaction(
                Actor.person(link.madeBy()),
                work -> {
                    var said = UploadMetadata.read(metadata, tomorrow(work));
                    LinkGate.checkKind(link, said.kind());
                    return checkKind(link.caseId(), said, work)
                            .chain(
                                    () ->
                                            reserve(
                                                    particulars(
                                                            link.caseId(),
                                                            link.madeBy(),
                                                            bytes,
                                                            said,
                                                            work),
                                                    work))
                            .call(
                                    reserved ->
                                            links.use(
                                                    link,
                                                    reserved.about().documentId(),
                                                    bytes,
                                                    work));
                });
    }

    private Uni<Void> checkKind(UUID caseId, UploadMetadata said, UnitOfWork work) {
        return checklist.kinds(caseId, work).invoke(said::checkKind).replaceWithVoid();
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
    private static LocalDate tomorrow(UnitOfWork work) {
        return work.now().atOffset(ZoneOffset.UTC).toLocalDate().plusDays(1);
    }
}
