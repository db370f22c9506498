package org.consilium.documents.storage;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Empties the quarantine of what was settled: accepted (it is in the vault), rejected or discarded.
 * The row goes after the bytes, so what a crash leaves is found again; clearing twice does no harm.
 */
@ApplicationScoped
class ClearingJob {

    private static final Logger LOG = Logger.getLogger(ClearingJob.class);

    private final ObjectStore store;
    private final ObjectParts parts;
    private final Pool pool;

    ClearingJob(ObjectStore store, ObjectParts parts, Pool pool) {
        this.store = store;
        this.parts = parts;
        this.pool = pool;
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> clearWhatIsSettled() {
        return pool.query(
                        """
                        select d.id, d.object_key, q.s3_upload_id from quarantine q join document d on d.id = q.document_id
                        where d.state in ('accepted', 'rejected', 'discarded') order by d.settled_at limit 100""")
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

    /** One that cannot be removed holds up no other. */
    private Uni<Void> tryToClear(Row row) {
        return clear(row)
                .onFailure()
                .invoke(
                        failure ->
                                LOG.warnf(
                                        "clearing of document %s is tried again: %s",
                                        row.getUUID("id"), failure.toString()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> clear(Row row) {
        var key = row.getUUID("object_key").toString();
        var uploadId = row.getString("s3_upload_id");
        return store.remove(Bucket.QUARANTINE, key)
                .chain(
                        () ->
                                uploadId == null
                                        ? Uni.createFrom().voidItem()
                                        : parts.dropParts(key, uploadId))
                .chain(() -> forget(row.getUUID("id")));
    }

    private Uni<Void> forget(UUID documentId) {
        return pool.preparedQuery("delete from quarantine where document_id = $1")
                .execute(Tuple.of(documentId))
                .replaceWithVoid();
    }
}
