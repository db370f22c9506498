package org.consilium.kit.events;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

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

    private static final Logger LOG = Logger.getLogger(Relay.class);

    /** Behind the notification, should one be lost. */
    private static final int TIMER_MS = 500;

    private static final long PAUSE_AFTER_FAILURE_MS = 500;

    private final AgroalDataSource database;
    private final RelayBatch batch;
    private final OutboxGauges gauges;
    private volatile boolean stopping;
    private Thread thread;

    Relay(AgroalDataSource database, RelayBatch batch, OutboxGauges gauges) {
        this.database = database;
        this.batch = batch;
        this.gauges = gauges;
    }

    void start(@Observes StartupEvent started) {
        thread = Thread.ofPlatform().daemon().name("outbox-relay").start(this::run);
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        thread.join(TimeUnit.SECONDS.toMillis(5));
        batch.close();
    }

    private void run() {
        while (!stopping) {
            try (var connection = database.getConnection()) {
                listen(connection);
                relayUntilStopped(connection);
            } catch (SQLException | ExecutionException e) {
                LOG.warnf("relay: starting again after %s", rootOf(e));
                pause();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                // Nobody else would publish for this replica: whatever it is, it is tried again.
                LOG.error("relay: starting again, with a new producer", e);
                batch.close();
                pause();
            }
        }
    }

    private void relayUntilStopped(Connection connection)
            throws SQLException, ExecutionException, InterruptedException {
        while (!stopping) {
            int sent = batch.relay(connection);
            gauges.refresh(connection);
            gauges.noteTurn();
            if (sent < RelayBatch.SIZE) {
                connection.unwrap(PGConnection.class).getNotifications(TIMER_MS);
            }
        }
    }

    private static void listen(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("listen outbox");
        }
        connection.commit();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_AFTER_FAILURE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Throwable rootOf(Throwable failure) {
        return failure.getCause() == null ? failure : rootOf(failure.getCause());
    }
}
