package org.consilium.kit.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.consilium.kit.trace.Traces;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The only way to the database for whatever changes it.
 *
 * <p>All that {@code steps} does through its unit of work commits together or not at all. A failure
 * rolls back and reaches the caller. The steps are subscribed to once and must stay on the Vert.x
 * context they were called on.
 */
@ApplicationScoped
public class Transactions {

    private final Mutiny.SessionFactory sessions;
    private final RelayWaker waker;
    private final Clock clock;

    Transactions(Mutiny.SessionFactory sessions, RelayWaker waker, Clock clock) {
        this.sessions = sessions;
        this.waker = waker;
        this.clock = clock;
    }

    public <T> Uni<T> inTransaction(Actor actor, Function<UnitOfWork, Uni<T>> steps) {
        return Uni.createFrom()
                .deferred(
                        () -> {
                            var announced = new UnitOfWork[1];
                            return sessions.withTransaction(
                                            session -> {
                                                announced[0] = open(session, actor);
                                                return steps.apply(announced[0]);
                                            })
                                    .invoke(() -> wakeRelayAfter(announced[0]));
                        });
    }

    private UnitOfWork open(Mutiny.Session session, Actor actor) {
        return new UnitOfWork(
                session, actor, clock.instant().truncatedTo(ChronoUnit.MICROS), Traces.current());
    }

    private void wakeRelayAfter(UnitOfWork committed) {
        if (committed.announced()) {
            waker.wake();
        }
    }
}
