package org.consilium.documents.paper;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.consilium.documents.document.Decision;
import org.consilium.documents.document.Decision.Moved;
import org.consilium.documents.document.Document;
import org.consilium.documents.document.DocumentCommand.LeaveOutPage;
import org.consilium.documents.document.DocumentCommand.OrderPages;
import org.consilium.documents.document.DocumentCommand.PlacePage;
import org.consilium.documents.document.DocumentDesk;
import org.consilium.documents.document.Documents;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.UnitOfWork;

/**
 * What people do with papers and their photographs. Whoever holds both holds the photograph first:
 * an examination that ends has it already when it comes to the paper.
 */
@ApplicationScoped
public class PaperDesk {

    private final DocumentDesk desk;
    private final Documents documents;
    private final PaperPages pages;
    private final PageMoves moves;

    PaperDesk(DocumentDesk desk, Documents documents, PaperPages pages, PageMoves moves) {
        this.desk = desk;
        this.documents = documents;
        this.pages = pages;
        this.moves = moves;
    }

    /** A photograph wants a place; the paper is held until the transaction ends. */
    public Uni<Decision> place(UUID paper, UUID caseId, int number, UUID by, UnitOfWork work) {
        return documents
                .hold(paper, work)
                .invoke(document -> checkIsPaper(document, caseId))
                .chain(document -> moves.inReview(document, work))
                .chain(inReview -> desk.handle(paper, new PlacePage(number, by, inReview), work));
    }

    /** It has the place it was promised. */
    public Uni<Void> put(UUID paper, UUID page, int number, UnitOfWork work) {
        return pages.put(paper, page, number, work);
    }

    Uni<Decision> order(UUID paper, List<UUID> order, UUID by, UnitOfWork work) {
        return documents
                .hold(paper, work)
                .invoke(document -> checkIsPaper(document, document.about().caseId()))
                .chain(document -> moves.inReview(document, work))
                .chain(
                        inReview ->
                                pages.of(paper, work)
                                        .map(seen -> new OrderPages(order, seen, by, inReview)))
                .chain(wish -> desk.amend(paper, wish, work))
                .call(
                        decision ->
                                decision instanceof Moved
                                        ? ordered(paper, order, work)
                                        : nothing());
    }

    private Uni<Void> ordered(UUID paper, List<UUID> order, UnitOfWork work) {
        return pages.order(paper, order, work)
                .chain(() -> moves.note(paper, order.size(), null, work));
    }

    /** Takes a photograph out of its paper. */
    public Uni<Decision> leaveOut(UUID paper, UUID page, UUID by, UnitOfWork work) {
        return documents
                .hold(page, work)
                .chain(() -> documents.hold(paper, work))
                .chain(
                        document ->
                                pages.of(paper, work)
                                        .map(seen -> new Leaving(page, document, seen))
                                        .chain(leaving -> leaveOut(leaving, by, work)));
    }

    /** A photograph that shall go, and what stands beside it. */
    private record Leaving(UUID page, Document paper, Pages pages) {

        /** Its place closes with it; one that only waits for a place leaves none. */
        boolean closesPlace() {
            return pages.find(page).map(at -> pages.at(at.number()).equals(at)).orElse(false);
        }

        boolean isLast() {
            return closesPlace() && PageMoves.count(paper) == 1;
        }
    }

    private Uni<Decision> leaveOut(Leaving leaving, UUID by, UnitOfWork work) {
        return moves.inReview(leaving.paper(), work)
                .map(reviewed -> new LeaveOutPage(by, reviewed, leaving.isLast(), work.now()))
                .chain(wish -> desk.amend(leaving.page(), wish, work))
                .call(
                        decision ->
                                decision instanceof Moved && leaving.closesPlace()
                                        ? closed(leaving, work)
                                        : nothing());
    }

    private Uni<Void> closed(Leaving leaving, UnitOfWork work) {
        int number = leaving.pages().find(leaving.page()).orElseThrow().number();
        var paper = leaving.paper().about().documentId();
        return pages.close(paper, number, work)
                .chain(() -> moves.note(paper, PageMoves.count(leaving.paper()) - 1, null, work));
    }

    /** Takes its photographs back with the paper; they are held before it is. */
    public Uni<Decision> withPages(
            UUID paper, UUID by, Supplier<Uni<Decision>> withdrawal, UnitOfWork work) {
        return pages.holdAll(paper, work)
                .chain(
                        held ->
                                withdrawal
                                        .get()
                                        .call(
                                                decision ->
                                                        decision instanceof Moved
                                                                ? moves.takenBack(held, by, work)
                                                                : nothing()));
    }

    private static void checkIsPaper(Document document, UUID caseId) {
        if (!document.about().isPaper() || !document.about().caseId().equals(caseId)) {
            throw Problem.notFound();
        }
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
