package org.consilium.kit.work;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.UnaryOperator;

/**
 * A pause ends on another thread; a database session may only be used on the context that opened
 * it. This leads back there.
 */
@ApplicationScoped
public class OwnContext {

    public <T> Uni<T> stayingOn(Uni<T> step, UnaryOperator<Uni<T>> retries) {
        Context here = Vertx.currentContext();
        return here == null
                ? retries.apply(step)
                : retries.apply(step.runSubscriptionOn(task -> runOn(here, task)))
                        .emitOn(task -> runOn(here, task));
    }

    private static void runOn(Context context, Runnable task) {
        if (context.equals(Vertx.currentContext())) {
            task.run();
        } else {
            context.runOnContext(nothing -> task.run());
        }
    }
}
