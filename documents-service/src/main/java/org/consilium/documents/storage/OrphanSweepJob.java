package org.consilium.documents.storage;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.consilium.documents.storage.Listings.Left;
import org.consilium.documents.storage.Listings.Lying;
import org.consilium.documents.storage.Listings.LyingParts;
import org.consilium.documents.storage.Listings.PartsPage;
import org.jboss.logging.Logger;

/**
 * Removes from quarantine what no row knows: left by a process that died between the store and the
 * database. Twice the life of an upload old, so that nothing under way is taken for one.
 */
@ApplicationScoped
class OrphanSweepJob {

    private static final Logger LOG = Logger.getLogger(OrphanSweepJob.class);

    static final Duration AGE = Duration.ofDays(2);

    private final Listings listings;
    private final KnownObjects known;
    private final ObjectStore store;
    private final ObjectParts parts;
    private final Clock clock;

    OrphanSweepJob(
            Listings listings,
            KnownObjects known,
            ObjectStore store,
            ObjectParts parts,
            Clock clock) {
        this.listings = listings;
        this.known = known;
        this.store = store;
        this.parts = parts;
        this.clock = clock;
    }

    @Scheduled(
            every = "1h",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return sweep(AGE)
                .onFailure()
                .invoke(failure -> LOG.warnf("sweeping is tried again: %s", failure.toString()))
                .onFailure()
                .recoverWithNull();
    }

    Uni<Void> sweep(Duration age) {
        var cutoff = clock.instant().minus(age);
        return objects(null, cutoff)
                .chain(() -> parts(new PartsPage(List.of(), null, null), cutoff));
    }

    private Uni<Void> objects(String after, Instant cutoff) {
        return listings.objects(Bucket.QUARANTINE, after)
                .call(page -> remove(page.objects(), cutoff, this::removeObject))
                .chain(
                        page ->
                                page.last() == null
                                        ? Uni.createFrom().voidItem()
                                        : objects(page.last(), cutoff));
    }

    private Uni<Void> parts(PartsPage before, Instant cutoff) {
        return listings.parts(before.lastKey(), before.lastUploadId())
                .call(page -> remove(page.parts(), cutoff, this::dropParts))
                .chain(
                        page ->
                                page.lastKey() == null
                                        ? Uni.createFrom().voidItem()
                                        : parts(page, cutoff));
    }

    /** Those that are old and that no row knows. */
    private <T extends Left> Uni<Void> remove(
            List<T> lying, Instant cutoff, Function<T, Uni<Void>> removal) {
        var old = lying.stream().filter(left -> left.since().isBefore(cutoff)).toList();
        return known.inQuarantine(old.stream().map(Left::key).toList())
                .map(kept -> old.stream().filter(left -> !kept.contains(left.key())).toList())
                .chain(orphans -> each(orphans, removal));
    }

    private Uni<Void> removeObject(Lying orphan) {
        return store.remove(Bucket.QUARANTINE, orphan.key().toString());
    }

    private Uni<Void> dropParts(LyingParts orphan) {
        return parts.dropParts(orphan.key().toString(), orphan.uploadId());
    }

    /** One after the other; one that cannot be removed holds up no other. */
    static <T> Uni<Void> each(Collection<T> orphans, Function<T, Uni<Void>> removal) {
        return Multi.createFrom()
                .iterable(orphans)
                .onItem()
                .transformToUniAndConcatenate(
                        orphan ->
                                removal.apply(orphan)
                                        .onFailure()
                                        .invoke(f -> LOG.warnf("an orphan stays: %s", f.toString()))
                                        .onFailure()
                                        .recoverWithNull())
                .onItem()
                .ignoreAsUni();
    }
}
