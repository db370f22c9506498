package org.consilium.kit.work;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduler;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Stops the jobs before the database's pool closes: a tick after that could only fail. At the
 * signal already, so that what is under way ends while requests are still taken.
 */
@ApplicationScoped
class JobsAtShutdown {

    private final Scheduler scheduler;

    JobsAtShutdown(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    void pause(@Observes ShutdownDelayInitiatedEvent stopping) {
        scheduler.pause();
    }

    void pause(@Observes @Priority(1) ShutdownEvent ending) {
        scheduler.pause();
    }
}
