package org.consilium.documents.examination;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/**
 * Examines what was received, a few at once and beside as many others as there are replicas. The
 * last place takes small files only, so that no series of pictures holds up a page.
 */
@ApplicationScoped
class ExaminationJob {

    private static final Logger LOG = Logger.getLogger(ExaminationJob.class);

    private final Examination examination;
    private final ExaminationConfig config;
    private final Vertx vertx;
    private final AtomicBoolean[] places;
    private volatile boolean stopping;

    ExaminationJob(Examination examination, ExaminationConfig config, Vertx vertx) {
        this.examination = examination;
        this.vertx = vertx;
        this.config = config;
        this.places =
                IntStream.range(0, config.atOnce())
                        .mapToObj(i -> new AtomicBoolean())
                        .toArray(AtomicBoolean[]::new);
    }

    void stop(@Observes ShutdownEvent ending) {
        stopping = true;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void examineWhatWaits() {
        for (int i = 0; i < places.length; i++) {
            boolean smallOnly = i > 0 && i == places.length - 1;
            if (places[i].compareAndSet(false, true)) {
                begin(places[i], smallOnly ? config.smallBytes() : Long.MAX_VALUE);
            }
        }
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> renewLeases() {
        return examination
                .renewLeases()
                .onFailure()
                .invoke(failure -> LOG.warnf("leases are not renewed: %s", failure.toString()))
                .onFailure()
                .recoverWithNull();
    }

    /**
     * Each place has a context of its own, and so a database session of its own: two that share one
     * break each other's.
     */
    private void begin(AtomicBoolean place, long maxBytes) {
        var context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(
                nothing ->
                        whileSomethingWaits(maxBytes)
                                .onTermination()
                                .invoke(() -> place.set(false))
                                .subscribe()
                                .with(done -> {}));
    }

    private Uni<Void> whileSomethingWaits(long maxBytes) {
        return Uni.createFrom()
                .deferred(() -> examination.examineNext(maxBytes))
                .repeat()
                .whilst(examined -> examined && !stopping)
                .collect()
                .last()
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf("examining goes on shortly: %s", failure.toString()))
                .onFailure()
                .recoverWithNull();
    }
}
