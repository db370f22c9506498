package org.consilium.documents.examination;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.unchecked.Unchecked;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.consilium.documents.copies.LookInside;
import org.consilium.documents.document.DocumentCommand;
import org.consilium.documents.document.DocumentCommand.AcceptDocument;
import org.consilium.documents.document.DocumentCommand.RejectDocument;
import org.consilium.documents.document.DocumentDesk;
import org.consilium.documents.examination.Examiner.Finding;
import org.consilium.documents.examination.Examiner.Fit;
import org.consilium.documents.examination.Examiner.Unfit;
import org.consilium.documents.storage.Bucket;
import org.consilium.documents.storage.ObjectStore;
import org.consilium.documents.storage.OnWorker;
import org.consilium.kit.work.Actor;
import org.consilium.kit.work.FailPoints;
import org.consilium.kit.work.Transactions;
import org.consilium.kit.work.UnitOfWork;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The examination of one document: taken by a lease, looked at without any transaction, concluded
 * in a short one by whoever holds the lease then. A process that dies leaves it to another when the
 * lease is over. The copy in the vault comes before the word that it may be read; copying twice
 * does no harm, and a copy without the word is swept.
 */
@ApplicationScoped
class Examination {

    private static final Logger LOG = Logger.getLogger(Examination.class);

    private final Transactions transactions;
    private final Leases leases;
    private final DocumentDesk desk;
    private final Examiner examiner;
    private final LookInside inside;
    private final ObjectStore store;
    private final Actor self;
    private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();

    Examination(
            Transactions transactions,
            Leases leases,
            DocumentDesk desk,
            Examiner examiner,
            LookInside inside,
            ObjectStore store,
            @ConfigProperty(name = "quarkus.application.name") String name) {
        this.transactions = transactions;
        this.leases = leases;
        this.desk = desk;
        this.examiner = examiner;
        this.inside = inside;
        this.store = store;
        this.self = Actor.service(name);
    }

    /** False when no document waits that is no larger. */
    Uni<Boolean> examineNext(long maxBytes) {
        return claimNext(maxBytes)
                .chain(
                        next ->
                                next == null
                                        ? Uni.createFrom().item(false)
                                        : examine(next).replaceWith(true));
    }

    Uni<Candidate> claimNext(long maxBytes) {
        return transactions.inTransaction(self, work -> leases.next(maxBytes, work));
    }

    /** What is under way here stays here. */
    Uni<Void> renewLeases() {
        return underWay.isEmpty()
                ? Uni.createFrom().voidItem()
                : transactions.inTransaction(self, work -> leases.renew(underWay, work));
    }

    private Uni<Void> examine(Candidate next) {
        underWay.add(next.lease());
        return finding(next)
                .invoke(() -> FailPoints.reach("examination.found"))
                .call(finding -> shelved(finding, next))
                .invoke(() -> FailPoints.reach("examination.copied"))
                .onItemOrFailure()
                .transformToUni(
                        (finding, failure) ->
                                failure == null ? conclude(next, finding) : postpone(next, failure))
                .eventually(() -> underWay.remove(next.lease()));
    }

    private Uni<Finding> finding(Candidate next) {
        return store.read(Bucket.QUARANTINE, next.objectKey(), 0, next.bytes() - 1)
                .chain(
                        bytes ->
                                OnWorker.blocking(
                                        "examine",
                                        () ->
                                                examiner.examine(
                                                        bytes, next.fileName(), next.sha256())))
                .chain(finding -> lookedInto(finding, next));
    }

    /** Only what was clean so far, and of a type that a search in its bytes does not do justice. */
    private Uni<Finding> lookedInto(Finding finding, Candidate next) {
        return Examiner.isPdf(finding)
                ? inside.of(next.objectKey(), next.bytes())
                        .map(
                                Unchecked.function(
                                        found ->
                                                Examiner.afterLook(
                                                        finding, found, next.examinations())))
                : Uni.createFrom().item(finding);
    }

    private Uni<Void> shelved(Finding finding, Candidate next) {
        return finding instanceof Fit
                ? store.copyToVault(next.objectKey())
                : Uni.createFrom().voidItem();
    }

    /** Nothing when somebody else has taken it meanwhile: theirs is the word. */
    Uni<Void> conclude(Candidate next, Finding finding) {
        return transactions.inTransaction(
                self,
                work ->
                        leases.holds(next, work)
                                .chain(
                                        held ->
                                                held
                                                        ? concluded(next, finding, work)
                                                        : Uni.createFrom().voidItem()));
    }

    private Uni<Void> concluded(Candidate next, Finding finding, UnitOfWork work) {
        return desk.handle(next.documentId(), command(finding, work), work).replaceWithVoid();
    }

    private static DocumentCommand command(Finding finding, UnitOfWork work) {
        return switch (finding) {
            case Fit(var contentType) -> new AcceptDocument(contentType, work.now());
            case Unfit(var reason) -> new RejectDocument(reason, work.now());
        };
    }

    private Uni<Void> postpone(Candidate next, Throwable failure) {
        var trouble = Trouble.of(failure);
        LOG.warnf(
                "document %s is examined again later, %s: %s",
                next.documentId(),
                trouble.code(),
                failure.getCause() == null ? failure : failure.getCause().toString());
        return transactions.inTransaction(self, work -> leases.postpone(next, trouble, work));
    }
}
