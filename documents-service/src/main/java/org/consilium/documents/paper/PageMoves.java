package org.consilium.documents.paper;

import static org.consilium.contracts.Relation.REVIEWER;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.consilium.documents.document.Document;
import org.consilium.documents.document.Document.Accepted;
import org.consilium.documents.document.Document.Discarded;
import org.consilium.documents.document.Document.Gathering;
import org.consilium.documents.document.Document.Received;
import org.consilium.documents.document.Document.Rejected;
import org.consilium.documents.document.Document.Retracted;
import org.consilium.documents.document.Document.Uploading;
import org.consilium.documents.document.Document.Withdrawn;
import org.consilium.documents.document.DocumentCommand;
import org.consilium.documents.document.DocumentCommand.DiscardUpload;
import org.consilium.documents.document.DocumentCommand.NotePages;
import org.consilium.documents.document.DocumentCommand.WithdrawDocument;
import org.consilium.documents.document.DocumentDesk;
import org.consilium.documents.document.Documents;
import org.consilium.documents.paper.Form.Paper;
import org.consilium.kit.access.CaseAccess;
import org.consilium.kit.work.UnitOfWork;

/** What becomes of a paper when something happens to one of its photographs. */
@ApplicationScoped
public class PageMoves {

    private final DocumentDesk desk;
    private final Documents documents;
    private final PaperPages pages;
    private final CaseAccess access;

    PageMoves(DocumentDesk desk, Documents documents, PaperPages pages, CaseAccess access) {
        this.desk = desk;
        this.documents = documents;
        this.pages = pages;
        this.access = access;
    }

    /** What a photograph's move means for its paper. */
    public Uni<Void> turned(UUID paper, Document page, UnitOfWork work) {
        var id = page.about().documentId();
        return switch (page) {
            case Gathering _, Uploading _, Received _, Retracted _ -> nothing();
            case Discarded _ -> pages.remove(id, work).chain(() -> forget(paper, work));
            case Withdrawn _ -> documents.clearLater(id, work).chain(() -> pages.remove(id, work));
            case Rejected _ ->
                    documents.hold(paper, work).chain(held -> note(paper, count(held), id, work));
            case Accepted _ -> documents.hold(paper, work).chain(held -> arrived(held, page, work));
        };
    }

    /** A paper of which nothing came is none. */
    private Uni<Void> forget(UUID paper, UnitOfWork work) {
        return pages.of(paper, work)
                .chain(
                        left ->
                                left.all().isEmpty()
                                        ? desk.handle(paper, new DiscardUpload(work.now()), work)
                                                .replaceWithVoid()
                                        : nothing());
    }

    /** It takes its place, unless that is gone, or a reviewer reads what stands there. */
    private Uni<Void> arrived(Document paper, Document page, UnitOfWork work) {
        var id = page.about().documentId();
        return pages.of(paper.about().documentId(), work)
                .chain(
                        seen ->
                                inReview(paper, work)
                                        .map(reviewed -> reviewed && paper instanceof Accepted)
                                        .map(
                                                late ->
                                                        late
                                                                ? Optional.<PaperPage>empty()
                                                                : seen.find(id)))
                .chain(
                        place ->
                                place.isPresent()
                                        ? settled(paper, place.get(), work)
                                        : takenBack(List.of(id), page.about().uploadedBy(), work));
    }

    private Uni<Void> settled(Document paper, PaperPage page, UnitOfWork work) {
        var paperId = paper.about().documentId();
        return pages.displaced(paperId, page, work)
                .chain(old -> pages.holdFree(old, work))
                .chain(old -> takenBack(old, paper.about().uploadedBy(), work))
                .chain(() -> note(paperId, count(paper), page.documentId(), work));
    }

    Uni<Void> takenBack(List<UUID> ids, UUID by, UnitOfWork work) {
        var done = nothing();
        for (var id : ids) {
            done =
                    done.chain(() -> documents.hold(id, work))
                            .chain(page -> givenUp(page, by, work));
        }
        return done;
    }

    private Uni<Void> givenUp(Document page, UUID by, UnitOfWork work) {
        DocumentCommand end =
                page instanceof Uploading
                        ? new DiscardUpload(work.now())
                        : new WithdrawDocument(by, false, work.now());
        return desk.handle(page.about().documentId(), end, work).replaceWithVoid();
    }

    Uni<Void> note(UUID paper, int count, UUID turned, UnitOfWork work) {
        return pages.of(paper, work)
                .chain(
                        seen ->
                                desk.handle(
                                        paper,
                                        new NotePages(seen, count, turned, work.now()),
                                        work))
                .replaceWithVoid();
    }

    /** A reviewer reads the records of its case. */
    Uni<Boolean> inReview(Document document, UnitOfWork work) {
        return access.people(document.about().caseId(), Set.of(REVIEWER), work)
                .map(reviewers -> !reviewers.isEmpty());
    }

    static int count(Document paper) {
        return ((Paper) paper.about().form()).pages();
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
