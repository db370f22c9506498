package org.consilium.review.share;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.consilium.kit.links.LinkToken;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.Actor;
import org.consilium.kit.work.Ids;
import org.consilium.kit.work.OwnContext;
import org.consilium.kit.work.Transactions;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.Viewers.Viewer;
import org.consilium.review.desk.Reviews;
import org.consilium.review.opinion.OpinionReading;

/**
 * Where links begin. Not by way of an Idempotency-Key: its answer would be kept for a day, and the
 * secrets with it. A link too many is revoked.
 */
@ApplicationScoped
class NewShares {

    private final Transactions transactions;
    private final Reviews reviews;
    private final OpinionReading reading;
    private final ShareDesk desk;
    private final OwnContext context;
    private final Ids ids;

    NewShares(
            Transactions transactions,
            Reviews reviews,
            OpinionReading reading,
            ShareDesk desk,
            OwnContext context,
            Ids ids) {
        this.transactions = transactions;
        this.reviews = reviews;
        this.reading = reading;
        this.desk = desk;
        this.context = context;
        this.ids = ids;
    }

    /** A link and its secrets, which are told now or never. */
    record NewShare(LetterShareRow share, String token, String passcode) {}

    /** For whoever may read the letter in the patient's place, once there is one. */
    Uni<NewShare> make(UUID caseId, Viewer maker, Duration lifetime) {
        if (!maker.mayReadOpinionForPatient()) {
            throw Problem.notFound();
        }
        var token = LinkToken.fresh();
        var passcode = Passcode.fresh();
        return hashed(passcode)
                .chain(
                        hash ->
                                transactions.inTransaction(
                                        Actor.person(maker.person()),
                                        work ->
                                                made(caseId, maker, lifetime, work)
                                                        .invoke(row -> row.passcodeHash = hash)
                                                        .invoke(
                                                                row ->
                                                                        row.tokenHash =
                                                                                LinkToken.hash(
                                                                                        token))
                                                        .call(row -> desk.make(row, work))))
                .map(row -> new NewShare(row, token, passcode));
    }

    private Uni<String> hashed(String passcode) {
        return context.stayingOn(
                Uni.createFrom()
                        .item(() -> Passcode.hash(passcode))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()),
                UnaryOperator.identity());
    }

    private Uni<LetterShareRow> made(
            UUID caseId, Viewer maker, Duration lifetime, UnitOfWork work) {
        var row = new LetterShareRow();
        row.id = ids.next();
        row.caseId = caseId;
        row.madeBy = maker.person();
        row.madeAt = work.now();
        row.expiresAt = work.now().plus(lifetime);
        return reviews.findLocked(caseId, work)
                .chain(() -> reading.signed(caseId, null, maker, work))
                .replaceWith(row);
    }
}
