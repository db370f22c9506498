package org.consilium.kit.work;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.consilium.kit.probe.Probe;
import org.consilium.kit.probe.ReviewStandIn;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "intake"))
@WithTestResource(ReviewStandIn.class)
class CommitListenerIT {

    private static final int LATE_MS = 30_000;
    private static final int SOON_MS = 50;

    @Inject AgroalDataSource database;

    private final AtomicInteger turns = new AtomicInteger();
    private final AtomicInteger thrownAway = new AtomicInteger();
    private CommitListener listener;

    @AfterEach
    void ends() throws InterruptedException {
        listener.stop();
    }

    @Test
    void takes_a_turn_at_the_start_and_whenever_something_was_committed() {
        listen(LATE_MS, connection -> turns.incrementAndGet() < 0);
        await().atMost(20, SECONDS).until(() -> turns.get() == 1);
        Probe.text("select pg_notify('outbox', '')");
        await().atMost(20, SECONDS).until(() -> turns.get() == 2);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                SQLException.class,
                ExecutionException.class,
                IllegalStateException.class,
                AssertionError.class
            })
    void begins_again_whatever_a_turn_threw(Class<? extends Throwable> kind) {
        listen(SOON_MS, connection -> turns.incrementAndGet() == 1 && fails(kind, connection));
        await().atMost(20, SECONDS).until(() -> turns.get() > 1);
        boolean foreseen = Exception.class.equals(kind.getSuperclass());
        await().atMost(20, SECONDS).until(() -> thrownAway.get() == (foreseen ? 0 : 1));
    }

    @Test
    void begins_again_also_when_what_broke_does_not_close() {
        listen(
                SOON_MS,
                connection -> turns.incrementAndGet() < 3 && fails(Error.class, connection),
                () -> {
                    throw new IllegalStateException("closed " + thrownAway.incrementAndGet());
                });
        await().atMost(20, SECONDS).until(() -> turns.get() > 2);
        await().atMost(20, SECONDS).until(() -> thrownAway.get() == 2);
    }

    private static boolean fails(Class<? extends Throwable> kind, Connection connection)
            throws SQLException, ExecutionException {
        if (kind == SQLException.class) {
            throw new SQLException("the database");
        }
        if (kind == ExecutionException.class) {
            throw new ExecutionException("the other side", null);
        }
        if (kind == AssertionError.class) {
            throw new AssertionError("an error");
        }
        throw new IllegalStateException("a turn with " + connection);
    }

    private void listen(int timerMs, CommitListener.Turn turn) {
        listen(timerMs, turn, thrownAway::incrementAndGet);
    }

    private void listen(int timerMs, CommitListener.Turn turn, Runnable whenBroken) {
        listener = new CommitListener("listener-of-a-test", database, timerMs, turn, whenBroken);
        listener.start();
    }
}
