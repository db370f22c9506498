package org.consilium.notification.sending;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.consilium.notification.channels.Channel;
import org.consilium.notification.stopping.StepsUnderWay;

/**
 * Sends what is due, on every replica at once and each delivery on one of them. A channel waits for
 * no other: behind a mail server that is silent, somebody's telephone is still rung.
 */
@ApplicationScoped
class SendingJob {

    private final Scheduler scheduler;
    private final StepsUnderWay steps;
    private final Dispatch dispatch;

    SendingJob(Scheduler scheduler, StepsUnderWay steps, Dispatch dispatch) {
        this.scheduler = scheduler;
        this.steps = steps;
        this.dispatch = dispatch;
    }

    /** Each by its channel's code, so that one can be paused without the others. */
    void begin(@Observes StartupEvent started) {
        for (var channel : Channel.values()) {
            scheduler
                    .newJob(channel.code())
                    .setInterval("1s")
                    .setConcurrentExecution(ConcurrentExecution.SKIP)
                    .setAsyncTask(turn -> sendWhatIsDue(channel))
                    .schedule();
        }
    }

    private Uni<Void> sendWhatIsDue(Channel channel) {
        return steps.whileDue(() -> dispatch.next(channel), "sending by " + channel.code());
    }
}
