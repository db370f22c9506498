package org.consilium.documents.document;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.consilium.contracts.DocumentsEvent;
import org.consilium.contracts.DocumentsEvent.DocumentAccepted;
import org.consilium.contracts.DocumentsEvent.DocumentDated;
import org.consilium.contracts.DocumentsEvent.DocumentRearranged;
import org.consilium.contracts.DocumentsEvent.DocumentRejected;
import org.consilium.contracts.DocumentsEvent.TranslationAdded;
import org.consilium.documents.checklist.ChecklistDesk;
import org.consilium.documents.copies.ReadingCopies;
import org.consilium.documents.document.Decision.Moved;
import org.consilium.documents.document.Decision.Refused;
import org.consilium.documents.document.Document.Accepted;
import org.consilium.documents.document.Document.Discarded;
import org.consilium.documents.document.Document.Gathering;
import org.consilium.documents.document.Document.Received;
import org.consilium.documents.document.Document.Rejected;
import org.consilium.documents.document.Document.Retracted;
import org.consilium.documents.document.Document.Uploading;
import org.consilium.documents.document.Document.Withdrawn;
import org.consilium.documents.document.DocumentCommand.DiscardUpload;
import org.consilium.documents.document.Reservation.CarryOver;
import org.consilium.documents.paper.Form.Page;
import org.consilium.documents.paper.PageMoves;
import org.consilium.documents.requests.RecordRequestDesk;
import org.consilium.kit.events.Outbox;
import org.consilium.kit.work.UnitOfWork;

/** Load, decide, store, announce: the only place where a document changes. */
@ApplicationScoped
public class DocumentDesk {

    private final Documents documents;
    private final ChecklistDesk checklist;
    private final RecordRequestDesk requests;
    private final ReadingCopies copies;
    private final PageMoves pages;
    private final Outbox outbox;

    DocumentDesk(
            Documents documents,
            ChecklistDesk checklist,
            RecordRequestDesk requests,
            ReadingCopies copies,
            PageMoves pages,
            Outbox outbox) {
        this.documents = documents;
        this.checklist = checklist;
        this.requests = requests;
        this.copies = copies;
        this.pages = pages;
        this.outbox = outbox;
    }

    /**
     * Reserves room. The case's shelf is held meanwhile, so a case that ends and an upload that
     * begins see each other.
     */
    public Uni<Decision> reserve(
            Particulars about, Instant expiresAt, long maxBytes, UnitOfWork work) {
        return checklist
                .caseHasEnded(about.caseId(), work)
                .chain(
                        ended ->
                                documents
                                        .unfinishedOf(about.caseId(), work)
                                        .map(
                                                unfinished ->
                                                        new Reservation(
                                                                about,
                                                                expiresAt,
                                                                maxBytes,
                                                                ended,
                                                                unfinished.size())))
                .map(DocumentLifecycle::reserve)
                .call(
                        decision ->
                                decision instanceof Moved moved
                                        ? documents.add(moved.to(), work)
                                        : nothing());
    }

    /** All of them or none: told, and held against the checklist, together. */
    public Uni<Void> carry(UUID caseId, List<CarryOver> wishes, UnitOfWork work) {
        var carried = wishes.stream().map(DocumentLifecycle::carry).toList();
        var all = carried.stream().map(Refusals::accepted).toList();
        var because =
                carried.stream()
                        .flatMap(decision -> ((Moved) decision).because().stream())
                        .toList();
        return each(all, document -> documents.add(document, work))
                .chain(() -> work.session().flush())
                .chain(() -> each(all, document -> wantCopy(document, work)))
                .chain(() -> shelve(caseId, because, work));
    }

    private Uni<Void> wantCopy(Document document, UnitOfWork work) {
        return document instanceof Accepted accepted && !accepted.about().isPage()
                ? copies.want(accepted.about().documentId(), accepted.contentType(), work)
                : nothing();
    }

    private static Uni<Void> each(List<Document> all, Function<Document, Uni<Void>> step) {
        var done = nothing();
        for (var one : all) {
            done = done.chain(() -> step.apply(one));
        }
        return done;
    }

    /** Nobody else changes the document until the transaction ends. */
    public Uni<Void> hold(UUID documentId, UnitOfWork work) {
        return documents.forUpdate(documentId, work).replaceWithVoid();
    }

    public Uni<Decision> handle(UUID documentId, DocumentCommand command, UnitOfWork work) {
        return documents
                .forUpdate(documentId, work)
                .chain(
                        row -> {
                            var decision = DocumentLifecycle.decide(row.toDocument(), command);
                            return (decision instanceof Moved moved
                                            ? record(row, moved, work)
                                            : nothing())
                                    .replaceWith(decision);
                        });
    }

    /**
     * What its uploader asks for afterwards; once the case has ended its records stay as they are.
     */
    public Uni<Decision> amend(UUID documentId, DocumentCommand wish, UnitOfWork work) {
        return documents
                .forUpdate(documentId, work)
                .chain(row -> checklist.caseHasEnded(row.caseId, work))
                .chain(
                        ended ->
                                ended
                                        ? Uni.createFrom().item(new Refused(Refusal.CASE_HAS_ENDED))
                                        : handle(documentId, wish, work));
    }

    /** What the rules would say; changes nothing, holds the document until the transaction ends. */
    public Uni<Decision> ask(UUID documentId, DocumentCommand command, UnitOfWork work) {
        return documents
                .forUpdate(documentId, work)
                .map(row -> DocumentLifecycle.decide(row.toDocument(), command));
    }

    /** A case ends: its unfinished uploads are held before its shelf is, as everywhere. */
    public Uni<Void> holdUnfinished(UUID caseId, UnitOfWork work) {
        return documents.holdUnfinished(caseId, true, work).replaceWithVoid();
    }

    /**
     * The case has ended, and its shelf is held: what is not complete never will be. One that began
     * after the others were held, and is in somebody's hands already, is left to its expiry: to
     * wait for it here could be for ever.
     */
    public Uni<Void> discardUnfinished(UUID caseId, UnitOfWork work) {
        return documents.holdUnfinished(caseId, false, work).chain(ids -> discard(ids, work));
    }

    /** One that is complete meanwhile stays. */
    public Uni<Void> discard(List<UUID> ids, UnitOfWork work) {
        var discarded = nothing();
        for (var id : ids) {
            discarded =
                    discarded
                            .chain(() -> handle(id, new DiscardUpload(work.now()), work))
                            .replaceWithVoid();
        }
        return discarded;
    }

    /**
     * The shelf is taken before the case's log, as everywhere: two who take them in different order
     * would wait for each other.
     */
    private Uni<Void> record(DocumentRow row, Moved moved, UnitOfWork work) {
        row.store(moved.to());
        if (moved.to().about().form() instanceof Page(var paper)) {
            return pages.turned(paper, moved.to(), work);
        }
        return switch (moved.to()) {
            case Accepted accepted
                    when tells(moved, DocumentAccepted.class)
                            || tells(moved, TranslationAdded.class)
                            || tells(moved, DocumentRearranged.class) ->
                    copies.want(accepted.about().documentId(), accepted.contentType(), work)
                            .chain(() -> shelve(accepted.about().caseId(), moved.because(), work));
            case Accepted _, Rejected _ ->
                    shelve(moved.to().about().caseId(), moved.because(), work);
            case Withdrawn _, Retracted _ -> takenOff(moved, work);
            case Received _ when tells(moved, DocumentDated.class) ->
                    shelve(moved.to().about().caseId(), moved.because(), work);
            case Gathering _ when tells(moved, DocumentRejected.class) ->
                    shelve(moved.to().about().caseId(), moved.because(), work);
            case Gathering _, Uploading _, Received _, Discarded _ ->
                    outbox.appendAll(moved.because(), work);
        };
    }

    private Uni<Void> takenOff(Moved moved, UnitOfWork work) {
        var about = moved.to().about();
        return documents
                .clearLater(about.documentId(), work)
                .chain(() -> shelve(about.caseId(), moved.because(), work));
    }

    private static boolean tells(Moved moved, Class<? extends DocumentsEvent> event) {
        return moved.because().stream().anyMatch(event::isInstance);
    }

    private Uni<Void> shelve(UUID caseId, List<DocumentsEvent> because, UnitOfWork work) {
        return checklist
                .shelve(caseId, because, work)
                .chain(() -> requests.noteFilled(caseId, work));
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
