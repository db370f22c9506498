package org.consilium.notification.deliveries;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** How much waits to go out, since when, and what never will. Every replica shows the same. */
@ApplicationScoped
class DeliveryGauges {

    private static final Logger LOG = Logger.getLogger(DeliveryGauges.class);

    private final Pool pool;
    private final Clock clock;
    private final AtomicLong queued;
    private final AtomicLong oldestSeconds;
    private final AtomicLong failed;
    private final AtomicLong uncertain;

    DeliveryGauges(MeterRegistry metrics, Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
        queued = metrics.gauge("deliveries.queued", new AtomicLong());
        oldestSeconds = metrics.gauge("deliveries.oldest.seconds", new AtomicLong());
        failed = metrics.gauge("deliveries.failed", new AtomicLong());
        uncertain = metrics.gauge("deliveries.uncertain", new AtomicLong());
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> refresh() {
        Instant now = clock.instant();
        return pool.preparedQuery(
                        """
                        select count(*) filter (where state in ('QUEUED', 'SENDING')) as queued,
                               coalesce(extract(epoch from $1 - min(since) filter (where state in ('QUEUED', 'SENDING'))), 0)::bigint as oldest,
                               count(*) filter (where state = 'FAILED') as failed,
                               count(*) filter (where state = 'UNCERTAIN') as uncertain
                        from delivery
                        where state in ('QUEUED', 'SENDING') or state in ('FAILED', 'UNCERTAIN')""")
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC)))
                .invoke(rows -> show(rows.iterator().next()))
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf("the gauges stay as they were: %s", failure))
                .onFailure()
                .recoverWithNull();
    }

    private void show(Row row) {
        queued.set(row.getLong("queued"));
        oldestSeconds.set(Math.max(0, row.getLong("oldest")));
        failed.set(row.getLong("failed"));
        uncertain.set(row.getLong("uncertain"));
    }
}
