package org.consilium.kit.events;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import org.consilium.kit.work.CommitListener;

/**
 * Carries the outbox to Kafka: one thread with one connection of its own, and one of all replicas
 * at a time.
 *
 * <p>A batch is one transaction: take the lock, read the rows that are there, send them in order,
 * await every ack, delete the rows, commit. Whatever dies before the commit, the rows are still
 * there and go out again: at least once, never out of a case's order for whoever passes over
 * repeats. Kafka being away costs nothing but a growing outbox.
 */
@ApplicationScoped
class Relay {

    /** Behind the notification, should one be lost. */
    private static final int TIMER_MS = 500;

    private final RelayBatch batch;
    private final OutboxGauges gauges;
    private final CommitListener thread;

    Relay(AgroalDataSource database, RelayBatch batch, OutboxGauges gauges) {
        this.batch = batch;
        this.gauges = gauges;
        this.thread =
                new CommitListener("outbox-relay", database, TIMER_MS, this::relay, batch::close);
    }

    void start(@Observes StartupEvent started) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        thread.stop();
        batch.close();
    }

    private boolean relay(Connection connection)
            throws SQLException, ExecutionException, InterruptedException {
        // First, as an outage of Kafka ends the turn: that is when somebody looks at them.
        gauges.refresh(connection);
        int sent = batch.relay(connection);
        gauges.noteTurn();
        return sent == RelayBatch.SIZE;
    }
}
