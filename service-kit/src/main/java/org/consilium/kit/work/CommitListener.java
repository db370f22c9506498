package org.consilium.kit.work;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * A thread with one connection of its own that takes a turn whenever something was committed that
 * others wait for, and by its timer, should a notification be lost.
 *
 * <p>Nobody else would do its work on this replica: whatever a turn throws, it begins again with a
 * new connection. Only {@link #stop} ends it.
 */
public final class CommitListener {

    private static final Logger LOG = Logger.getLogger(CommitListener.class);

    private static final long PAUSE_AFTER_FAILURE_MS = 500;

    /** What is done each time. */
    @FunctionalInterface
    public interface Turn {

        /**
         * Its connection is in a transaction, which is committed afterwards if the turn has not. A
         * server that dies may forget that commit: what the turn did is then done again.
         *
         * @return whether there is more to do at once
         */
        boolean take(Connection connection)
                throws SQLException, ExecutionException, InterruptedException;
    }

    private final AgroalDataSource database;
    private final int timerMs;
    private final Turn turn;
    private final Runnable whenBroken;
    private final Thread thread;
    private volatile boolean stopping;

    /**
     * @param whenBroken what to throw away before the next turn when one failed in no foreseen way
     */
    public CommitListener(
            String name, AgroalDataSource database, int timerMs, Turn turn, Runnable whenBroken) {
        this.database = database;
        this.timerMs = timerMs;
        this.turn = turn;
        this.whenBroken = whenBroken;
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** Waits for the turn that is being taken, five seconds at most. */
    public void stop() throws InterruptedException {
        stopping = true;
        thread.join(TimeUnit.SECONDS.toMillis(5));
    }

    private void run() {
        while (!stopping) {
            try (var connection = database.getConnection()) {
                listen(connection);
                takeTurns(connection);
            } catch (SQLException | ExecutionException e) {
                LOG.warnf("%s: starting again after %s", thread.getName(), rootOf(e));
                pause();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                LOG.errorf(e, "%s: starting again", thread.getName());
                throwAwayWhatBroke();
                pause();
            }
        }
    }

    /** What is broken may not even close: that is no reason to end. */
    private void throwAwayWhatBroke() {
        try {
            whenBroken.run();
        } catch (RuntimeException | Error e) {
            LOG.errorf(e, "%s: what broke does not close", thread.getName());
        }
    }

    private static void listen(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("listen outbox");
            statement.execute("set synchronous_commit = off");
        }
        connection.commit();
    }

    private void takeTurns(Connection connection)
            throws SQLException, ExecutionException, InterruptedException {
        while (!stopping) {
            boolean more = turn.take(connection);
            connection.commit();
            if (!more) {
                connection.unwrap(PGConnection.class).getNotifications(timerMs);
            }
        }
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
