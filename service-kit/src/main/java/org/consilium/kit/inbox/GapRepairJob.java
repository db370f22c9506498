package org.consilium.kit.inbox;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import org.consilium.contracts.Source;
import org.consilium.kit.inbox.InboxRows.Gap;
import org.consilium.kit.work.Actor;
import org.consilium.kit.work.Transactions;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Asks the source for what is missing when an event has waited for its turn too long. A case whose
 * gap stays is asked about less and less often, down to every half minute, so that it holds up no
 * other.
 */
@ApplicationScoped
class GapRepairJob {

    private static final Logger LOG = Logger.getLogger(GapRepairJob.class);

    /** Longer than a redelivery or a rebalance usually takes. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final InboxRows rows;
    private final Settling settling;
    private final EventSources sources;
    private final Transactions transactions;
    private final Scheduler scheduler;
    private final Clock clock;
    private final Actor self;

    GapRepairJob(
            InboxRows rows,
            Settling settling,
            EventSources sources,
            Transactions transactions,
            Scheduler scheduler,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String name) {
        this.rows = rows;
        this.settling = settling;
        this.sources = sources;
        this.transactions = transactions;
        this.scheduler = scheduler;
        this.clock = clock;
        this.self = Actor.service(name);
    }

    /** Each source by itself: whoever waits for one that is silent holds up no other. */
    void begin(@Observes StartupEvent started) {
        sources.heard()
                .forEach(
                        source ->
                                scheduler
                                        .newJob("gaps of " + source.code())
                                        .setInterval("2s")
                                        .setConcurrentExecution(ConcurrentExecution.SKIP)
                                        .setAsyncTask(turn -> repairOldGaps(source))
                                        .schedule());
    }

    private Uni<Void> repairOldGaps(Source source) {
        return rows.oldestGaps(source, clock.instant(), PATIENCE)
                .onItem()
                .transformToMulti(gaps -> Multi.createFrom().iterable(gaps))
                .onItem()
                .transformToUniAndConcatenate(this::repair)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> repair(Gap gap) {
        return Uni.createFrom()
                .deferred(() -> settleWhatIsMissing(gap))
                .onFailure()
                .invoke(
                        failure ->
                                LOG.warnf(
                                        "gap of case %s from %s stays: %s",
                                        gap.caseId(), gap.source(), failure))
                .onFailure()
                .recoverWithNull()
                .chain(() -> transactions.inTransaction(self, work -> rows.noteAsked(gap, work)));
    }

    /** After one that died the rest finds its case parked and waits. */
    private Uni<Void> settleWhatIsMissing(Gap gap) {
        var consumer = sources.consumerOf(gap.source()).orElseThrow();
        return sources.log(gap.source(), gap.caseId(), gap.nextSeq())
                .onItem()
                .transformToMulti(events -> Multi.createFrom().iterable(events))
                .onItem()
                .transformToUniAndConcatenate(
                        event -> settling.settle(event, Arrival.askedOfItsSource(event), consumer))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
