package org.consilium.documents.storage;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.consilium.documents.storage.Orphans.Lying;
import org.jboss.logging.Logger;

/**
 * Removes what lies in quarantine and no row knows: left by a process that died between the store
 * and the database. Twice the life of an upload old, so that nothing under way is taken for one.
 */
@ApplicationScoped
class OrphanSweepJob {

    private static final Logger LOG = Logger.getLogger(OrphanSweepJob.class);

    static final Duration AGE = Duration.ofDays(2);

    private final Orphans orphans;
    private final Pool pool;
    private final Clock clock;

    OrphanSweepJob(Orphans orphans, Pool pool, Clock clock) {
        this.orphans = orphans;
        this.pool = pool;
        this.clock = clock;
    }

    @Scheduled(
            every = "1h",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return sweep(AGE)
                .onFailure()
                .invoke(failure -> LOG.warnf("sweeping is tried again: %s", failure.toString()))
                .onFailure()
                .recoverWithNull();
    }

    Uni<Void> sweep(Duration age) {
        var cutoff = clock.instant().minus(age);
        return orphans.objectsBefore(cutoff)
                .chain(this::removeUnknown)
                .chain(() -> orphans.partsBefore(cutoff))
                .chain(this::removeUnknown);
    }

    private Uni<Void> removeUnknown(List<Lying> lying) {
        return Multi.createFrom()
                .iterable(lying)
                .onItem()
                .transformToUniAndConcatenate(this::removeIfUnknown)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> removeIfUnknown(Lying lying) {
        return pool.preparedQuery(
                        """
                        select 1 from quarantine q join document d on d.id = q.document_id
                        where d.object_key::text = $1""")
                .execute(Tuple.of(lying.key()))
                .chain(
                        rows ->
                                rows.size() > 0
                                        ? Uni.createFrom().voidItem()
                                        : orphans.remove(lying));
    }
}
