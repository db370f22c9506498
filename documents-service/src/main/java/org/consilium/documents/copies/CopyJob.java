package org.consilium.documents.copies;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.consilium.documents.copies.WantedCopy.Source;
import org.consilium.documents.copies.Workshop.NoCopy;
import org.consilium.documents.storage.Bucket;
import org.consilium.documents.storage.ObjectStore;
import org.consilium.documents.storage.OnWorker;
import org.consilium.documents.worker.CleanCopy;
import org.consilium.kit.work.Actor;
import org.consilium.kit.work.Ids;
import org.consilium.kit.work.Sha256;
import org.consilium.kit.work.Transactions;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Has copies made, one after the other on each replica: one worker at a time. */
@ApplicationScoped
class CopyJob {

    private static final Logger LOG = Logger.getLogger(CopyJob.class);

    private final Transactions transactions;
    private final CopyOrders orders;
    private final CopyLeases leases;
    private final Workshop workshop;
    private final ObjectStore store;
    private final Ids ids;
    private final Actor self;

    CopyJob(
            Transactions transactions,
            CopyOrders orders,
            CopyLeases leases,
            Workshop workshop,
            ObjectStore store,
            Ids ids,
            @ConfigProperty(name = "quarkus.application.name") String name) {
        this.transactions = transactions;
        this.orders = orders;
        this.leases = leases;
        this.workshop = workshop;
        this.store = store;
        this.ids = ids;
        this.self = Actor.service(name);
    }

    /** {@code pages} is null where there are none to count. */
    record Copy(List<Derived> objects, Integer pages) {}

    /** A file that was made, and what it is. */
    private record Made(Path file, Derived object) {}

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> makeWhatIsWanted() {
        return Uni.createFrom()
                .deferred(this::makeNext)
                .repeat()
                .whilst(made -> made)
                .collect()
                .last()
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf("copying goes on in a second: %s", failure.toString()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Boolean> makeNext() {
        return leases.next()
                .chain(
                        wanted ->
                                wanted == null
                                        ? Uni.createFrom().item(false)
                                        : leases.holding(wanted.lease(), () -> make(wanted))
                                                .replaceWith(true));
    }

    private Uni<Void> make(WantedCopy wanted) {
        return OnWorker.blocking("directory", () -> Files.createTempDirectory("copy"))
                .chain(
                        directory ->
                                made(wanted, directory)
                                        .chain(
                                                made ->
                                                        stored(made)
                                                                .chain(() -> copy(made, directory)))
                                        .eventually(() -> tidied(directory)))
                .onItemOrFailure()
                .transformToUni(
                        (copy, failure) ->
                                failure == null
                                        ? transactions.inTransaction(
                                                self, work -> orders.conclude(wanted, copy, work))
                                        : failed(wanted, failure));
    }

    private Uni<List<Made>> made(WantedCopy wanted, Path directory) {
        var fetched = Uni.createFrom().voidItem();
        for (int i = 0; i < wanted.sources().size(); i++) {
            var source = wanted.sources().get(i);
            var file = directory.resolve(CleanCopy.original(i + 1));
            fetched = fetched.chain(() -> fetched(source, file));
        }
        return fetched.chain(() -> OnWorker.blocking("make", () -> work(wanted, directory)));
    }

    private Uni<Void> fetched(Source source, Path file) {
        return store.read(Bucket.VAULT, source.objectKey(), 0, source.bytes() - 1)
                .chain(bytes -> OnWorker.blocking("fetch", () -> copied(bytes, file)))
                .replaceWithVoid();
    }

    private static long copied(InputStream bytes, Path file) throws IOException {
        try (bytes) {
            return Files.copy(bytes, file);
        }
    }

    private List<Made> work(WantedCopy wanted, Path directory)
            throws IOException, InterruptedException {
        workshop.make(wanted.kind(), directory);
        var made = new ArrayList<Made>();
        var clean = directory.resolve(CleanCopy.CLEAN);
        made.add(described(clean, Derived.WHOLE, wanted.contentTypeOfCopy()));
        for (int page = 1; Files.exists(page(directory, page)); page++) {
            made.add(described(page(directory, page), page, "image/jpeg"));
        }
        return made;
    }

    private static Path page(Path directory, int number) {
        return directory.resolve("page-" + number + ".jpg");
    }

    private Made described(Path file, int page, String contentType) throws IOException {
        var sha256 = Sha256.digest();
        var chunk = new byte[ObjectStore.CHUNK];
        try (var bytes = Files.newInputStream(file)) {
            for (int count = bytes.read(chunk); count >= 0; count = bytes.read(chunk)) {
                sha256.update(chunk, 0, count);
            }
        }
        var object =
                new Derived(ids.next(), page, contentType, Files.size(file), Sha256.end(sha256));
        return new Made(file, object);
    }

    /** Before the rows that know them; what no row comes to know is swept. */
    private Uni<Void> stored(List<Made> made) {
        return Multi.createFrom()
                .iterable(made)
                .onItem()
                .transformToUniAndConcatenate(
                        each -> store.putInVault(each.object().objectKey().toString(), each.file()))
                .onItem()
                .ignoreAsUni();
    }

    private static Uni<Copy> copy(List<Made> made, Path directory) {
        var objects = made.stream().map(Made::object).toList();
        return OnWorker.blocking("count", () -> new Copy(objects, pages(directory)));
    }

    private static Integer pages(Path directory) throws IOException {
        var counted = directory.resolve(CleanCopy.PAGES);
        return Files.exists(counted) ? Integer.valueOf(Files.readString(counted)) : null;
    }

    private Uni<Void> failed(WantedCopy wanted, Throwable failure) {
        LOG.warnf(
                "no copy of document %s yet: %s",
                wanted.documentId(),
                failure.getCause() == null ? failure : failure.getCause().toString());
        var noCopy = noCopy(failure);
        return transactions.inTransaction(
                self,
                work ->
                        noCopy == null
                                ? orders.postpone(wanted, work)
                                : orders.fail(wanted, noCopy.reason(), work));
    }

    /** Null when it was not the worker that failed. */
    private static NoCopy noCopy(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NoCopy worker) {
                return worker;
            }
        }
        return null;
    }

    private static Uni<Boolean> tidied(Path directory) {
        return OnWorker.blocking("tidy", () -> removed(directory));
    }

    static boolean removed(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
        return true;
    }
}
