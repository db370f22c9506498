package org.consilium.documents.quarantine;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.consilium.kit.work.Actor;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Gives the receipt for uploads whose last byte is here and whose process died before it. */
@ApplicationScoped
class CompletionJob {

    private static final Logger LOG = Logger.getLogger(CompletionJob.class);

    private final Completion completion;
    private final Actor self;

    CompletionJob(
            Completion completion, @ConfigProperty(name = "quarkus.application.name") String name) {
        this.completion = completion;
        this.self = Actor.service(name);
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> completeWhatWasLeft() {
        return completion
                .completeAbandoned(self)
                .onFailure()
                .invoke(failure -> LOG.warnf("completing is tried again: %s", failure.toString()))
                .onFailure()
                .recoverWithNull();
    }
}
