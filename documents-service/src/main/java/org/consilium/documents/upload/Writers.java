package org.consilium.documents.upload;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.consilium.kit.web.Problem;

/** Bounds the memory that uploads take: above it a client is asked to come back. */
@ApplicationScoped
class Writers {

    private final UploadConfig config;
    private final AtomicInteger writing = new AtomicInteger();

    Writers(UploadConfig config) {
        this.config = config;
    }

    <T> Uni<T> one(Supplier<Uni<? extends T>> request) {
        if (writing.incrementAndGet() > config.atOnce()) {
            writing.decrementAndGet();
            throw new Problem(503, "too-many-uploads", "Try again in a few seconds.");
        }
        return Uni.createFrom()
                .<T>deferred(request)
                .onTermination()
                .invoke(writing::decrementAndGet);
    }
}
