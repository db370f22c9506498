package org.consilium.documents.copies;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/** {@code copies.failed}: documents that reviewers cannot read, since no copy could be made. */
@ApplicationScoped
class CopyGauges {

    private final Pool pool;
    private final AtomicLong failed;

    CopyGauges(Pool pool, MeterRegistry metrics) {
        this.pool = pool;
        this.failed = metrics.gauge("copies.failed", new AtomicLong());
    }

    @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> refresh() {
        return pool.query("select count(*) as copies from reading_copy where state = 'failed'")
                .execute()
                .invoke(rows -> failed.set(rows.iterator().next().getLong("copies")))
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }
}
