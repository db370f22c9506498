package org.consilium.intake.timeline;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * Learns which of the followed cases have changed, whichever replica changed them: one connection
 * and one question for all of them, asked when the database says that something was committed.
 */
@ApplicationScoped
class ChangeListener {

    private static final Logger LOG = Logger.getLogger(ChangeListener.class);

    /** Behind the notification, should one be lost. */
    private static final int TIMER_MS = 1_000;

    /** Commits within it are answered by one question. */
    private static final long GATHER_MS = 25;

    private static final long PAUSE_AFTER_FAILURE_MS = 500;

    /** Our own log and every source's are as long as this says; a longer one has news. */
    private static final String LENGTHS =
            """
            select case_id, sum(last_seq) from (
                select case_id, last_seq from event_head where case_id = any(?)
                union all
                select case_id, last_seq from inbox_head where case_id = any(?)) logs
            group by case_id""";

    private final AgroalDataSource database;
    private final Followers followers;
    private volatile boolean stopping;
    private Thread thread;

    ChangeListener(AgroalDataSource database, Followers followers) {
        this.database = database;
        this.followers = followers;
    }

    void start(@Observes StartupEvent started) {
        thread = Thread.ofPlatform().daemon().name("change-listener").start(this::run);
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        thread.join(TimeUnit.SECONDS.toMillis(5));
    }

    private void run() {
        while (!stopping) {
            try (var connection = database.getConnection()) {
                listen(connection);
            } catch (SQLException e) {
                LOG.warnf("live streams: listening again after %s", e.getMessage());
                pause(PAUSE_AFTER_FAILURE_MS);
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen outbox");
        }
        Map<UUID, Long> known = Map.of();
        while (!stopping) {
            known = tellOf(known, lengths(connection));
            connection.unwrap(PGConnection.class).getNotifications(TIMER_MS);
            pause(GATHER_MS);
        }
    }

    /** A case not known before may have changed since its follower looked. */
    private Map<UUID, Long> tellOf(Map<UUID, Long> known, Map<UUID, Long> now) {
        now.forEach(
                (caseId, length) -> {
                    if (!length.equals(known.get(caseId))) {
                        followers.changed(caseId);
                    }
                });
        return now;
    }

    private Map<UUID, Long> lengths(Connection connection) throws SQLException {
        var followed = followers.cases();
        var lengths = new HashMap<UUID, Long>();
        if (followed.isEmpty()) {
            return lengths;
        }
        var cases = connection.createArrayOf("uuid", followed.toArray());
        try (var query = connection.prepareStatement(LENGTHS)) {
            query.setArray(1, cases);
            query.setArray(2, cases);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    lengths.put(rows.getObject(1, UUID.class), rows.getLong(2));
                }
            }
        }
        return lengths;
    }

    private static void pause(long ms) {
        try {
            TimeUnit.MILLISECONDS.sleep(ms);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
