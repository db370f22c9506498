package org.consilium.documents.copies;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.consilium.kit.work.Actor;
import org.consilium.kit.work.Transactions;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * What this replica is at stays its own, however long it takes, and passes to another soon after it
 * died: leases are short and renewed.
 */
@ApplicationScoped
class CopyLeases {

    private static final Logger LOG = Logger.getLogger(CopyLeases.class);

    private final Transactions transactions;
    private final CopyOrders orders;
    private final Actor self;
    private final Set<UUID> held = ConcurrentHashMap.newKeySet();
    private volatile boolean ending;

    CopyLeases(
            Transactions transactions,
            CopyOrders orders,
            @ConfigProperty(name = "quarkus.application.name") String name) {
        this.transactions = transactions;
        this.orders = orders;
        this.self = Actor.service(name);
    }

    void end(@Observes ShutdownEvent ending) {
        this.ending = true;
    }

    /** Null when nothing waits, or this replica is about to end. */
    Uni<WantedCopy> next() {
        return ending
                ? Uni.createFrom().nullItem()
                : transactions.inTransaction(self, orders::next);
    }

    /** Nobody else begins with it before this has ended. */
    Uni<Void> holding(UUID lease, Supplier<Uni<Void>> work) {
        held.add(lease);
        return work.get().eventually(() -> held.remove(lease));
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> renew() {
        return held.isEmpty()
                ? Uni.createFrom().voidItem()
                : transactions
                        .inTransaction(self, work -> orders.renew(held, work))
                        .onFailure()
                        .invoke(failure -> LOG.warnf("leases are not renewed: %s", failure))
                        .onFailure()
                        .recoverWithNull();
    }
}
