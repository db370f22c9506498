package org.consilium.documents.storage;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.consilium.kit.work.Actor;
import org.consilium.kit.work.Transactions;
import org.consilium.kit.work.UnitOfWork;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Empties the quarantine of what was settled: accepted (it is in the vault), rejected or discarded;
 * and both buckets of what was withdrawn, with its copies. The row goes after the bytes, so what a
 * crash leaves is found again; clearing twice does no harm.
 */
@ApplicationScoped
class ClearingJob {

    private static final Logger LOG = Logger.getLogger(ClearingJob.class);

    private final ObjectStore store;
    private final ObjectParts parts;
    private final Pool pool;
    private final Transactions transactions;
    private final Actor self;

    ClearingJob(
            ObjectStore store,
            ObjectParts parts,
            Pool pool,
            Transactions transactions,
            @ConfigProperty(name = "quarkus.application.name") String name) {
        this.store = store;
        this.parts = parts;
        this.pool = pool;
        this.transactions = transactions;
        this.self = Actor.service(name);
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> clearWhatIsSettled() {
        return pool.query(
                        """
                        select d.id, d.object_key, d.state, q.s3_upload_id from quarantine q join document d on d.id = q.document_id
                        where d.state in ('accepted', 'rejected', 'discarded', 'withdrawn') and q.clear_at <= now()
                        order by q.clear_at, d.settled_at limit 100""")
                .execute()
                .onItem()
                .transformToMulti(rows -> Multi.createFrom().iterable(rows))
                .onItem()
                .transformToUniAndConcatenate(this::tryToClear)
                .onItem()
                .ignoreAsUni()
                .onFailure()
                .invoke(failure -> LOG.warnf("clearing is tried again: %s", failure.toString()))
                .onFailure()
                .recoverWithNull();
    }

    /** One that cannot be removed goes behind the others, and is tried less and less often. */
    private Uni<Void> tryToClear(Row row) {
        var documentId = row.getUUID("id");
        return clear(row)
                .onFailure()
                .invoke(
                        failure ->
                                LOG.warnf(
                                        "clearing of document %s is tried again: %s",
                                        documentId, failure.toString()))
                .onFailure()
                .recoverWithUni(
                        failure ->
                                transactions.inTransaction(
                                        self, work -> postpone(documentId, work)));
    }

    private Uni<Void> clear(Row row) {
        var key = row.getUUID("object_key").toString();
        var uploadId = row.getString("s3_upload_id");
        return store.remove(Bucket.QUARANTINE, key)
                .chain(
                        () ->
                                row.getString("state").equals("withdrawn")
                                        ? copies(row.getUUID("id"))
                                                .chain(() -> store.remove(Bucket.VAULT, key))
                                        : Uni.createFrom().voidItem())
                .chain(
                        () ->
                                uploadId == null
                                        ? Uni.createFrom().voidItem()
                                        : parts.dropParts(key, uploadId))
                .chain(
                        () ->
                                transactions.inTransaction(
                                        self, work -> forget(row.getUUID("id"), work)));
    }

    /** What was made of it goes with it, not when somebody next looks for what nobody knows. */
    private Uni<Void> copies(UUID documentId) {
        return pool.preparedQuery("select object_key from derived_object where document_id = $1")
                .execute(Tuple.of(documentId))
                .onItem()
                .transformToMulti(rows -> Multi.createFrom().iterable(rows))
                .onItem()
                .transformToUniAndConcatenate(
                        copy -> store.remove(Bucket.VAULT, copy.getUUID("object_key").toString()))
                .onItem()
                .ignoreAsUni();
    }

    private static Uni<Void> forget(UUID documentId, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        with withdrawn as (
                            delete from derived_object o using document d
                            where o.document_id = :id and d.id = o.document_id and d.state = 'withdrawn')
                        delete from quarantine where document_id = :id""")
                .setParameter("id", documentId)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Doubling from two seconds to an hour. */
    private static Uni<Void> postpone(UUID documentId, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        update quarantine set clearings = clearings + 1,
                               clear_at = now() + least(interval '1 hour', interval '2 seconds' * power(2, least(clearings, 11)))
                        where document_id = :id""")
                .setParameter("id", documentId)
                .executeUpdate()
                .replaceWithVoid();
    }
}
