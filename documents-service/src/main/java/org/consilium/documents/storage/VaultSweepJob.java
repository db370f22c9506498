package org.consilium.documents.storage;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.consilium.documents.storage.KnownObjects.Shelved;
import org.consilium.documents.storage.Listings.Lying;
import org.consilium.documents.storage.Listings.ObjectPage;
import org.jboss.logging.Logger;

/**
 * Holds the vault against the rows, both ways: a copy whose document was then not accepted goes; an
 * accepted document whose bytes are not there is told to whoever runs the installation, by the
 * gauge {@code objects.missing} and a line per document in the log.
 */
@ApplicationScoped
class VaultSweepJob {

    private static final Logger LOG = Logger.getLogger(VaultSweepJob.class);

    private final Listings listings;
    private final KnownObjects known;
    private final ObjectStore store;
    private final Clock clock;
    private final AtomicLong missing;

    VaultSweepJob(
            Listings listings,
            KnownObjects known,
            ObjectStore store,
            Clock clock,
            MeterRegistry metrics) {
        this.listings = listings;
        this.known = known;
        this.store = store;
        this.clock = clock;
        this.missing = metrics.gauge("objects.missing", new AtomicLong());
    }

    @Scheduled(
            every = "1h",
            delayed = "2m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return sweep(OrphanSweepJob.AGE)
                .onFailure()
                .invoke(failure -> LOG.warnf("sweeping is tried again: %s", failure.toString()))
                .onFailure()
                .recoverWithNull();
    }

    Uni<Void> sweep(Duration age) {
        var gone = new AtomicLong();
        return sweep(null, clock.instant().minus(age), gone).invoke(() -> missing.set(gone.get()));
    }

    private Uni<Void> sweep(String after, Instant cutoff, AtomicLong gone) {
        return listings.objects(Bucket.VAULT, after)
                .call(
                        page ->
                                known.inVault(after, page.last())
                                        .chain(shelved -> settle(page, shelved, cutoff, gone)))
                .chain(
                        page ->
                                page.last() == null
                                        ? Uni.createFrom().voidItem()
                                        : sweep(page.last(), cutoff, gone));
    }

    private Uni<Void> settle(ObjectPage page, Shelved shelved, Instant cutoff, AtomicLong gone) {
        var orphans =
                page.objects().stream()
                        .filter(lying -> lying.since().isBefore(cutoff))
                        .filter(lying -> !shelved.mayLie().contains(lying.key()))
                        .toList();
        return OrphanSweepJob.each(
                        orphans, orphan -> store.remove(Bucket.VAULT, orphan.key().toString()))
                .chain(() -> state(notIn(page, shelved.mustLie()), gone));
    }

    private static Map<UUID, UUID> notIn(ObjectPage page, Map<UUID, UUID> mustLie) {
        var lying = page.objects().stream().map(Lying::key).collect(Collectors.toSet());
        var without = new HashMap<>(mustLie);
        without.keySet().removeAll(lying);
        return without;
    }

    /** What was accepted after the page was listed is there when it is asked for by name. */
    private Uni<Void> state(Map<UUID, UUID> documents, AtomicLong gone) {
        return OrphanSweepJob.each(
                documents.entrySet(),
                entry ->
                        store.isInVault(entry.getKey().toString())
                                .invoke(
                                        there -> {
                                            if (!there) {
                                                gone.incrementAndGet();
                                                LOG.errorf(
                                                        "the bytes of accepted document %s are not in the vault",
                                                        entry.getValue());
                                            }
                                        })
                                .replaceWithVoid());
    }
}
