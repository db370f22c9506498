package org.consilium.documents.quarantine;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.consilium.kit.work.Actor;
import org.consilium.kit.work.Transactions;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The places of the requests that write here, renewed while they last, whether bytes come or the
 * store takes its time. What such a request has in memory is nowhere else yet: nobody may begin
 * beside it before it has kept that. Which line is too slow to go on its pace says; a place is lost
 * only with the process.
 */
@ApplicationScoped
public class WriterPlaces {

    private static final Logger LOG = Logger.getLogger(WriterPlaces.class);

    private final Map<UUID, UUID> writing = new ConcurrentHashMap<>();
    private final Transactions transactions;
    private final Quarantine quarantine;
    private final Actor self;

    WriterPlaces(
            Transactions transactions,
            Quarantine quarantine,
            @ConfigProperty(name = "quarkus.application.name") String name) {
        this.transactions = transactions;
        this.quarantine = quarantine;
        this.self = Actor.service(name);
    }

    /** Until the request is through, however it ends. */
    public <T> Uni<T> heldDuring(Inflow inflow, Uni<T> request) {
        return Uni.createFrom()
                .deferred(
                        () -> {
                            writing.put(inflow.writer(), inflow.documentId());
                            return request;
                        })
                .onTermination()
                .invoke(() -> writing.remove(inflow.writer()));
    }

    @Scheduled(
            every = "${consilium.quarantine.renewal}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> renew() {
        var now = Map.copyOf(writing);
        if (now.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transactions
                .inTransaction(self, work -> quarantine.renew(now, work))
                .onFailure()
                .invoke(failure -> LOG.warnf("places are not renewed: %s", failure.toString()))
                .onFailure()
                .recoverWithNull();
    }
}
