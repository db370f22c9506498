package org.consilium.kit.inbox;

import io.quarkus.arc.All;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.consilium.contracts.Source;
import org.consilium.kit.events.Envelope;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** Asks the source for what is missing when an event has waited for its turn too long. */
@ApplicationScoped
class GapRepairJob {

    private static final Logger LOG = Logger.getLogger(GapRepairJob.class);

    /** Longer than a redelivery or a rebalance usually takes. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Pool pool;
    private final Inbox inbox;
    private final List<EventConsumer> consumers;
    private final Config config;
    private final Clock clock;

    GapRepairJob(
            Pool pool,
            Inbox inbox,
            @All List<EventConsumer> consumers,
            Config config,
            Clock clock) {
        this.pool = pool;
        this.inbox = inbox;
        this.consumers = consumers;
        this.config = config;
        this.clock = clock;
    }

    private record Gap(Source source, UUID caseId, long nextSeq) {}

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> repairOldGaps() {
        return pool.preparedQuery(
                        """
                        select h.source, h.case_id, h.last_seq + 1 as next_seq
                        from inbox_waiting w join inbox_head h using (source, case_id)
                        where h.parked_since is null
                        group by h.source, h.case_id, h.last_seq having min(w.arrived_at) < $1 limit 50""")
                .execute(Tuple.of(clock.instant().minus(PATIENCE).atOffset(ZoneOffset.UTC)))
                .onItem()
                .transformToMulti(rows -> Multi.createFrom().iterable(rows))
                .map(
                        row ->
                                new Gap(
                                        Source.ofCode(row.getString("source")).orElseThrow(),
                                        row.getUUID("case_id"),
                                        row.getLong("next_seq")))
                .onItem()
                .transformToUniAndConcatenate(
                        gap -> repair(gap.source(), gap.caseId(), gap.nextSeq()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /**
     * Fetches and settles what the source has from {@code seq} on. A source that is away is asked
     * again at the next tick.
     */
    Uni<Void> repair(Source source, UUID caseId, long seq) {
        return client(source)
                .from(caseId, seq)
                .onItem()
                .transformToMulti(events -> Multi.createFrom().iterable(events))
                .onItem()
                .transformToUniAndConcatenate(event -> settle(source, event))
                .collect()
                .last()
                .onFailure()
                .invoke(
                        failure ->
                                LOG.warnf(
                                        "gap of case %s from %s stays: %s",
                                        caseId, source, failure))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private Uni<Void> settle(Source source, Envelope event) {
        return consumers.stream()
                .filter(consumer -> consumer.source() == source)
                .findFirst()
                .map(consumer -> inbox.settle(event, consumer))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private EventSourceClient client(Source source) {
        var url = config.getValue("consilium.peers." + source.code(), String.class);
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(URI.create(url))
                .build(EventSourceClient.class);
    }
}
