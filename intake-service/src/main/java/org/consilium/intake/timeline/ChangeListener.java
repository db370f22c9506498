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
import org.consilium.kit.work.CommitListener;

/**
 * Learns which of the followed cases have changed, whichever replica changed them: one connection
 * and one question for all of them, asked when the database says that something was committed.
 */
@ApplicationScoped
class ChangeListener {

    /** Behind the notification, should one be lost. */
    private static final int TIMER_MS = 1_000;

    /** Commits within it are answered by one question. */
    private static final long GATHER_MS = 25;

    /** Our own log and every source's are as long as this says; a longer one has news. */
    private static final String LENGTHS =
            """
            select case_id, sum(last_seq) from (
                select case_id, last_seq from event_head where case_id = any(?)
                union all
                select case_id, last_seq from inbox_head where case_id = any(?)) logs
            group by case_id""";

    private final Followers followers;
    private final CommitListener thread;
    private Map<UUID, Long> known = Map.of();

    ChangeListener(AgroalDataSource database, Followers followers) {
        this.followers = followers;
        this.thread =
                new CommitListener(
                        "change-listener", database, TIMER_MS, this::tellWhatChanged, () -> {});
    }

    void start(@Observes StartupEvent started) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        thread.stop();
    }

    private boolean tellWhatChanged(Connection connection)
            throws SQLException, InterruptedException {
        TimeUnit.MILLISECONDS.sleep(GATHER_MS);
        var now = lengths(connection);
        tellOf(now);
        known = now;
        return false;
    }

    /** A case not known before may have changed since its follower looked. */
    private void tellOf(Map<UUID, Long> now) {
        now.forEach(
                (caseId, length) -> {
                    if (!length.equals(known.get(caseId))) {
                        followers.changed(caseId);
                    }
                });
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
}
