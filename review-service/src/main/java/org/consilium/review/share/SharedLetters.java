package org.consilium.review.share;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.UnaryOperator;
import org.consilium.kit.access.AccessLog;
import org.consilium.kit.links.LinkToken;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.Actor;
import org.consilium.kit.work.OwnContext;
import org.consilium.kit.work.Transactions;
import org.consilium.review.Viewers;
import org.consilium.review.Viewers.Viewer;
import org.consilium.review.opinion.OpinionReading;
import org.consilium.review.opinion.SignedOpinion;
import org.consilium.review.share.ShareDesk.Try;

/**
 * Lets in whoever holds a link and knows its passcode, to the letter that stands at that moment and
 * to nothing else. Whatever is wrong, the answer is the same 404.
 */
@ApplicationScoped
class SharedLetters {

    private static final Actor A_HOLDER = Actor.service("letter-share");

    private final Transactions transactions;
    private final ShareDesk desk;
    private final Viewers viewers;
    private final OpinionReading reading;
    private final AccessLog log;
    private final OwnContext context;

    SharedLetters(
            Transactions transactions,
            ShareDesk desk,
            Viewers viewers,
            OpinionReading reading,
            AccessLog log,
            OwnContext context) {
        this.transactions = transactions;
        this.desk = desk;
        this.viewers = viewers;
        this.reading = reading;
        this.log = log;
        this.context = context;
    }

    /** Written into the case's access log, and only then told. */
    Uni<SignedOpinion> open(String token, String passcode) {
        return transactions
                .inTransaction(A_HOLDER, work -> desk.takeTry(LinkToken.hash(token), work))
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .call(tried -> require(passcode, tried))
                .chain(tried -> opened(tried.share()));
    }

    /** Of a link that is over the passcode is looked at, too: how long it takes tells nothing. */
    private Uni<Void> require(String passcode, Try tried) {
        return context.stayingOn(
                        Uni.createFrom()
                                .item(() -> Passcode.matches(passcode, tried.share().passcodeHash))
                                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()),
                        UnaryOperator.identity())
                .invoke(right -> requireFound(right && tried.counts()))
                .replaceWithVoid();
    }

    private Uni<SignedOpinion> opened(LetterShareRow share) {
        return viewers.inTheNameOf(share.caseId, share.madeBy)
                .invoke(maker -> requireFound(maker.mayReadOpinionForPatient()))
                .chain(maker -> opened(share, maker))
                .call(() -> log.byLink(share.caseId, share.madeBy, "open-shared-letter"));
    }

    private Uni<SignedOpinion> opened(LetterShareRow share, Viewer maker) {
        return transactions.inTransaction(
                A_HOLDER,
                work ->
                        reading.signed(share.caseId, null, maker, work)
                                .call(() -> desk.opened(share.id, work)));
    }

    private static void requireFound(boolean found) {
        if (!found) {
            throw Problem.notFound();
        }
    }
}
