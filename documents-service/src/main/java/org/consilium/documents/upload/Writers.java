package org.consilium.documents.upload;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.consilium.kit.web.Problem;

/**
 * Bounds the memory that uploads take: above it a client is asked to come back. Nobody holds more
 * than a few of the places, so nobody can keep everybody else out.
 */
@ApplicationScoped
class Writers {

    private final UploadConfig config;
    private final AtomicInteger writing = new AtomicInteger();
    private final ConcurrentMap<UUID, Integer> byPerson = new ConcurrentHashMap<>();

    Writers(UploadConfig config) {
        this.config = config;
    }

    /** Whoever uploads by a link takes the places of whoever made it. */
    <T> Uni<T> one(UUID person, Supplier<Uni<? extends T>> request) {
        if (byPerson.merge(person, 1, Integer::sum) > config.atOncePerPerson()) {
            leave(person);
            throw new Problem(
                    429,
                    "too-many-at-once",
                    "You are sending as many files at once as one person may; let one end first.");
        }
        if (writing.incrementAndGet() > config.atOnce()) {
            writing.decrementAndGet();
            leave(person);
            throw new Problem(503, "too-many-uploads", "Try again in a few seconds.");
        }
        return Uni.createFrom()
                .<T>deferred(request)
                .onTermination()
                .invoke(
                        () -> {
                            writing.decrementAndGet();
                            leave(person);
                        });
    }

    private void leave(UUID person) {
        byPerson.computeIfPresent(person, (id, held) -> held == 1 ? null : held - 1);
    }
}
