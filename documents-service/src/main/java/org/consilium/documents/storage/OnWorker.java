package org.consilium.documents.storage;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.unchecked.Unchecked;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Runs what the store's client does on a worker thread (it signs and hashes what it sends, and its
 * streams block), and comes back on the Vert.x context that asked, where the database session
 * lives. Whatever goes wrong is a {@link StoreAway}.
 */
public final class OnWorker {

    private OnWorker() {}

    static <T> Uni<T> call(String what, Callable<CompletableFuture<T>> operation) {
        return away(what, Uni.createFrom().completionStage(() -> started(operation)));
    }

    /** For reading a stream, which blocks. */
    public static <T> Uni<T> blocking(String what, Callable<T> reading) {
        return away(what, Uni.createFrom().item(Unchecked.supplier(reading::call)));
    }

    private static <T> Uni<T> away(String what, Uni<T> operation) {
        Context here = Vertx.currentContext();
        return operation
                .runSubscriptionOn(Infrastructure.getDefaultExecutor())
                .onFailure()
                .transform(failure -> new StoreAway(what, unwrapped(failure)))
                .emitOn(task -> back(here, task));
    }

    /** Whoever asked outside of Vert.x, as when a reader has hung up, does not care where. */
    private static void back(Context here, Runnable task) {
        if (here == null) {
            task.run();
        } else {
            here.runOnContext(nothing -> task.run());
        }
    }

    private static <T> CompletableFuture<T> started(Callable<CompletableFuture<T>> operation) {
        try {
            return operation.call();
        } catch (Exception e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static Throwable unwrapped(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null
                ? failure.getCause()
                : failure;
    }
}
