package org.consilium.documents.upload;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.consilium.documents.checklist.Awaited;
import org.consilium.documents.checklist.ChecklistDesk;
import org.consilium.documents.document.Decision;
import org.consilium.documents.document.Document.Uploading;
import org.consilium.documents.document.DocumentDesk;
import org.consilium.documents.document.Particulars;
import org.consilium.documents.document.Refusal;
import org.consilium.documents.document.Refusals;
import org.consilium.documents.links.LinkDesk;
import org.consilium.documents.links.LinkGate;
import org.consilium.documents.links.UploadLink;
import org.consilium.documents.paper.Form;
import org.consilium.documents.paper.Form.Page;
import org.consilium.documents.paper.Form.Paper;
import org.consilium.documents.paper.PaperDesk;
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
public class Reservations {

    private final Transactions transactions;
    private final DocumentDesk desk;
    private final Quarantine quarantine;
    private final Deadlines deadlines;
    private final UploadConfig config;
    private final ChecklistDesk checklist;
    private final Awaited awaited;
    private final LinkDesk links;
    private final LinkGate gate;
    private final PaperDesk papers;
    private final Ids ids;

    Reservations(
            Transactions transactions,
            DocumentDesk desk,
            Quarantine quarantine,
            Deadlines deadlines,
            UploadConfig config,
            ChecklistDesk checklist,
            Awaited awaited,
            LinkDesk links,
            LinkGate gate,
            PaperDesk papers,
            Ids ids) {
        this.transactions = transactions;
        this.desk = desk;
        this.quarantine = quarantine;
        this.deadlines = deadlines;
        this.config = config;
        this.checklist = checklist;
        this.awaited = awaited;
        this.links = links;
        this.gate = gate;
        this.papers = papers;
        this.ids = ids;
    }

    /** Somebody's wish for room. */
    private record Wish(UUID caseId, UUID uploader, long bytes, UploadMetadata said) {}

    Uni<Uploading> reserve(UUID caseId, UUID uploader, long bytes, String metadata) {
        return awaited.known(caseId)
                .chain(
                        () ->
                                transactions.inTransaction(
                                        Actor.person(uploader),
                                        work -> {
                                            var said =
                                                    UploadMetadata.read(metadata, tomorrow(work));
                                            return reserve(
                                                    new Wish(caseId, uploader, bytes, said), work);
                                        }));
    }

    /** By a link: counted against it, in the name of whoever made it. */
    Uni<Uploading> reserve(UploadLink link, long bytes, String metadata) {
        return transactions.inTransaction(
                Actor.person(link.madeBy()),
                work -> {
                    var said = UploadMetadata.read(metadata, tomorrow(work));
                    return checkLink(link, said)
                            .chain(
                                    () ->
                                            reserve(
                                                    new Wish(
                                                            link.caseId(),
                                                            link.madeBy(),
                                                            bytes,
                                                            said),
                                                    work))
                            .call(reserved -> noteLink(link, said, reserved.about(), work));
                });
    }

    /** For a kind it names, or for a document that came by it. */
    private Uni<Void> checkLink(UploadLink link, UploadMetadata said) {
        if (said.kind() == null) {
            return gate.checkOwns(link, said.photograph().paper());
        }
        LinkGate.checkKind(link, said.kind());
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> noteLink(
            UploadLink link, UploadMetadata said, Particulars about, UnitOfWork work) {
        var used = links.use(link, about.documentId(), about.bytes(), work);
        return said.photograph() != null
                        && said.photograph().isFirst()
                        && about.form() instanceof Page(var paper)
                ? used.chain(() -> links.note(link, paper, work))
                : used;
    }

    private Uni<Uploading> reserve(Wish wish, UnitOfWork work) {
        var photograph = wish.said().photograph();
        if (photograph == null) {
            return checkKind(wish, work)
                    .chain(() -> begin(particulars(wish, new Form.File(), work), work));
        }
        if (wish.bytes() > Paper.MOST_BYTES_OF_A_PAGE) {
            throw Refusals.problem(Refusal.TOO_LARGE);
        }
        return (photograph.isFirst()
                        ? checkKind(wish, work).chain(() -> paper(wish, work))
                        : papers.place(
                                photograph.paper(),
                                wish.caseId(),
                                photograph.page(),
                                wish.uploader(),
                                work))
                .map(Refusals::accepted)
                .chain(paper -> page(paper.about(), wish, work));
    }

    private Uni<Decision> paper(Wish wish, UnitOfWork work) {
        var about = particulars(wish, new Paper(wish.said().photograph().pages()), work);
        return desk.reserve(about, work.now(), config.maxBytes(), work)
                .call(() -> work.session().flush());
    }

    /** A photograph is of the same kind and day as what it is a page of. */
    private Uni<Uploading> page(Particulars paper, Wish wish, UnitOfWork work) {
        var about =
                new Particulars(
                        ids.next(),
                        paper.caseId(),
                        paper.kind(),
                        paper.clinicalDate(),
                        paper.language(),
                        paper.firstOpinion(),
                        wish.said().fileName(),
                        wish.uploader(),
                        wish.bytes(),
                        work.now(),
                        new Page(paper.documentId()));
        return begin(about, work)
                .call(
                        () ->
                                papers.put(
                                        paper.documentId(),
                                        about.documentId(),
                                        wish.said().photograph().page(),
                                        work));
    }

    private Uni<Void> checkKind(Wish wish, UnitOfWork work) {
        return checklist
                .kinds(wish.caseId(), work)
                .invoke(wish.said()::checkKind)
                .replaceWithVoid();
    }

    /** Room for one file. */
    public Uni<Uploading> begin(Particulars about, UnitOfWork work) {
        var expiresAt = work.now().plus(config.expiry());
        var expiry = new Deadline(about.caseId(), UploadExpiry.KIND, about.documentId(), expiresAt);
        return desk.reserve(about, expiresAt, config.maxBytes(), work)
                .map(decision -> (Uploading) Refusals.accepted(decision))
                .call(() -> work.session().flush())
                .call(() -> quarantine.begin(about.documentId(), work))
                .call(() -> deadlines.set(expiry, work));
    }

    private Particulars particulars(Wish wish, Form form, UnitOfWork work) {
        var said = wish.said();
        boolean isPaper = form instanceof Paper;
        return new Particulars(
                ids.next(),
                wish.caseId(),
                said.kind(),
                said.clinicalDate(),
                said.language(),
                said.firstOpinion(),
                isPaper ? Paper.FILE_NAME : said.fileName(),
                wish.uploader(),
                isPaper ? 0 : wish.bytes(),
                work.now(),
                form);
    }

    /** Somewhere on earth it is a day later than here. */
    private static LocalDate tomorrow(UnitOfWork work) {
        return work.now().atOffset(ZoneOffset.UTC).toLocalDate().plusDays(1);
    }
}
