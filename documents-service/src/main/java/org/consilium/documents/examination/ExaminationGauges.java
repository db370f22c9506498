package org.consilium.documents.examination;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * {@code examinations.stuck}: documents that were tried again and again, by cause. {@code
 * scanner-away} passes with the scanner's outage; {@code bytes-differ} and {@code bytes-gone} want
 * somebody to bring the bytes back.
 */
@ApplicationScoped
class ExaminationGauges {

    private final Pool pool;
    private final Map<String, AtomicLong> stuck;

    ExaminationGauges(Pool pool, MeterRegistry metrics) {
        this.pool = pool;
        this.stuck =
                Arrays.stream(Trouble.values())
                        .map(Trouble::code)
                        .collect(
                                Collectors.toMap(
                                        Function.identity(), code -> gauge(code, metrics)));
    }

    private static AtomicLong gauge(String cause, MeterRegistry metrics) {
        return metrics.gauge("examinations.stuck", Tags.of("cause", cause), new AtomicLong());
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> refresh() {
        return pool.preparedQuery(
                        """
                        select trouble, count(*) as documents from document
                        where state = 'received' and examinations >= $1 and trouble is not null group by trouble""")
                .execute(Tuple.of(Leases.STUCK_AFTER))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .collect(
                                                Collectors.toMap(
                                                        row -> row.getString("trouble"),
                                                        row -> row.getLong("documents"))))
                .invoke(
                        found ->
                                stuck.forEach(
                                        (cause, gauge) -> gauge.set(found.getOrDefault(cause, 0L))))
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }
}
