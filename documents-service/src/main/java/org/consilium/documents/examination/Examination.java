package org.consilium.documents.examination;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.ZoneOffset;
import java.util.UUID;
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
import org.consilium.kit.work.FailPoints;
import org.consilium.kit.work.UnitOfWork;
import org.jboss.logging.Logger;

/**
 * The examination of one document, in one transaction that holds its row: a process that dies lets
 * go of it at once, and another one begins anew. The copy in the vault comes before the word that
 * it may be read; copying twice does no harm.
 */
@ApplicationScoped
class Examination {

    private static final Logger LOG = Logger.getLogger(Examination.class);

    private final DocumentDesk desk;
    private final Examiner examiner;
    private final ObjectStore store;

    Examination(DocumentDesk desk, Examiner examiner, ObjectStore store) {
        this.desk = desk;
        this.examiner = examiner;
        this.store = store;
    }

    /** False when no document waits. */
    Uni<Boolean> examineNext(UnitOfWork work) {
        return claimNext(work)
                .chain(
                        next ->
                                next == null
                                        ? Uni.createFrom().item(false)
                                        : settled(next, work).replaceWith(true));
    }

    private Uni<Candidate> claimNext(UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        select id, object_key, file_name, sha256, bytes from document
                        where state = 'received' and examine_at <= :now
                        order by examine_at limit 1 for update skip locked""",
                        Tuple.class)
                .setParameter("now", work.now().atOffset(ZoneOffset.UTC))
                .getSingleResultOrNull()
                .map(row -> row == null ? null : candidate(row));
    }

    private Uni<Void> settled(Candidate next, UnitOfWork work) {
        return finding(next)
                .invoke(() -> FailPoints.reach("examination.found"))
                .call(finding -> shelved(finding, next))
                .invoke(() -> FailPoints.reach("examination.copied"))
                .onItemOrFailure()
                .transformToUni(
                        (finding, failure) ->
                                failure == null
                                        ? concluded(next, finding, work)
                                        : postponed(next, failure, work));
    }

    private Uni<Finding> finding(Candidate next) {
        return store.read(Bucket.QUARANTINE, next.objectKey(), 0, next.bytes() - 1)
                .chain(
                        bytes ->
                                OnWorker.blocking(
                                        "examine",
                                        () ->
                                                examiner.examine(
                                                        bytes, next.fileName(), next.sha256())));
    }

    private Uni<Void> shelved(Finding finding, Candidate next) {
        return finding instanceof Fit
                ? store.copyToVault(next.objectKey())
                : Uni.createFrom().voidItem();
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

    /** Doubling from a second to a minute: it fails closed, and not for longer than it has to. */
    private static Uni<Void> postponed(Candidate next, Throwable failure, UnitOfWork work) {
        LOG.warnf(
                "document %s is examined again later: %s",
                next.documentId(),
                failure.getCause() == null ? failure : failure.getCause().toString());
        return work.session()
                .createNativeQuery(
                        """
                        update document set examinations = examinations + 1,
                               examine_at = cast(:now as timestamptz) + least(interval '1 minute',
                                                         interval '1 second' * power(2, least(examinations, 6)))
                        where id = :id""")
                .setParameter("now", work.now().atOffset(ZoneOffset.UTC))
                .setParameter("id", next.documentId())
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Candidate candidate(Tuple row) {
        return new Candidate(
                row.get("id", UUID.class),
                row.get("object_key", UUID.class).toString(),
                row.get("file_name", String.class),
                row.get("sha256", String.class),
                row.get("bytes", Long.class));
    }
}
