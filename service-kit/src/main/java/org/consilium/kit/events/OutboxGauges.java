package org.consilium.kit.events;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * How much waits to be published, and since when. An age that grows is an outage of Kafka; what is
 * published again is old by itself and has none.
 *
 * <p>{@code relay.turn.age.seconds} is told by the clock and not by the relay's thread: it grows
 * when the relay is gone, while the others would stand still at their last good value.
 */
@ApplicationScoped
class OutboxGauges {

    private static final Duration EVERY = Duration.ofSeconds(2);

    private final AtomicLong backlog;
    private final AtomicLong oldestSeconds;
    private final AtomicLong refusedCases;
    private final Clock clock;
    private final AtomicReference<Instant> lastTurn;
    private Instant refreshed = Instant.MIN;

    OutboxGauges(MeterRegistry metrics, Clock clock) {
        this.clock = clock;
        backlog = metrics.gauge("outbox.backlog", new AtomicLong());
        oldestSeconds = metrics.gauge("outbox.oldest.seconds", new AtomicLong());
        lastTurn = new AtomicReference<>(clock.instant());
        metrics.gauge("relay.turn.age.seconds", this, OutboxGauges::turnAge);
        refusedCases = metrics.gauge("outbox.refused.cases", new AtomicLong());
    }

    void noteTurn() {
        lastTurn.set(clock.instant());
    }

    private double turnAge() {
        return Duration.between(lastTurn.get(), clock.instant()).toMillis() / 1000.0;
    }

    void refresh(Connection connection) throws SQLException {
        if (refreshed.plus(EVERY).isAfter(clock.instant())) {
            return;
        }
        try (var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                """
                                select (select count(*) from outbox),
                                       coalesce((select extract(epoch from now() - e.occurred_at)
                                                 from (select case_id, seq from outbox where not again
                                                       order by position limit 1) oldest
                                                 join event e using (case_id, seq)), 0)::bigint,
                                       (select count(*) from outbox_refused)""")) {
            row.next();
            backlog.set(row.getLong(1));
            oldestSeconds.set(row.getLong(2));
            refusedCases.set(row.getLong(3));
        }
        connection.commit();
        refreshed = clock.instant();
    }
}
