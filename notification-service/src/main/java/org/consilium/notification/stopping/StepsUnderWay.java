package org.consilium.notification.stopping;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * A planned stop waits for what is under way and lets nothing new begin: a mail that is cut off in
 * mid-send would be uncertain for good, and a restart is no reason for that.
 */
@ApplicationScoped
public class StepsUnderWay {

    private static final Logger LOG = Logger.getLogger(StepsUnderWay.class);

    /** As many as there are loops, each a step at a time: a stop is what takes them all. */
    private static final int ALL = Integer.MAX_VALUE;

    /** Within the 30 seconds that Kubernetes gives. */
    private static final int PATIENCE_SECONDS = 20;

    private final Semaphore free = new Semaphore(ALL);

    /** The step; false, as for nothing to do, once the service is stopping. */
    public Uni<Boolean> step(Supplier<Uni<Boolean>> next) {
        return Uni.createFrom()
                .deferred(
                        () ->
                                free.tryAcquire()
                                        ? next.get().eventually(() -> free.release())
                                        : Uni.createFrom().item(false));
    }

    /**
     * Steps until there is nothing to do. A step that fails ends the turn, and the next turn begins
     * again.
     *
     * @param what goes on then, for the log
     */
    public Uni<Void> whileDue(Supplier<Uni<Boolean>> next, String what) {
        return step(next)
                .repeat()
                .whilst(done -> done)
                .collect()
                .last()
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf("%s goes on in a second: %s", what, failure))
                .onFailure()
                .recoverWithNull();
    }

    /** Takes every place and keeps it. */
    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        if (!free.tryAcquire(ALL, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("stopped with a mail under way; it becomes uncertain");
        }
    }
}
