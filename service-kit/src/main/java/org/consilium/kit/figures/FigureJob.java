package org.consilium.kit.figures;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Asks the database for every figure, on a worker's thread and as often as somebody looks: a scrape
 * reads what was found last and asks nothing. Every replica tells the same.
 *
 * <p>{@code figures.age.seconds} is told by the clock: since when the figure that was not found for
 * longest is what it is.
 */
@ApplicationScoped
class FigureJob {

    private static final Logger LOG = Logger.getLogger(FigureJob.class);

    private final AgroalDataSource database;
    private final Clock clock;
    private final Map<Figure, MultiGauge> gauges = new LinkedHashMap<>();
    private final Map<Figure, Instant> found = new ConcurrentHashMap<>();

    FigureJob(
            AgroalDataSource database,
            @All List<Figures> told,
            MeterRegistry metrics,
            Clock clock) {
        this.database = database;
        this.clock = clock;
        for (var part : told) {
            for (var figure : part.figures()) {
                gauges.put(figure, gauge(figure, metrics));
                found.put(figure, clock.instant());
            }
        }
        metrics.gauge("figures.age.seconds", this, FigureJob::age);
    }

    private static MultiGauge gauge(Figure figure, MeterRegistry metrics) {
        return MultiGauge.builder(figure.name()).description(figure.help()).register(metrics);
    }

    /** One that cannot be found stays as it was until the next time, and it alone. */
    @Scheduled(
            every = "{consilium.figures-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refresh() {
        try (var connection = database.getConnection()) {
            for (var gauge : gauges.entrySet()) {
                refresh(gauge.getKey(), gauge.getValue(), connection);
            }
        } catch (SQLException e) {
            LOG.warnf("the figures stay as they were: SQL state %s", e.getSQLState());
        }
    }

    private void refresh(Figure figure, MultiGauge gauge, Connection connection) {
        try {
            gauge.register(FigureRows.of(figure, connection), true);
            found.put(figure, clock.instant());
        } catch (SQLException e) {
            LOG.warnf("%s stays as it was: SQL state %s", figure.name(), e.getSQLState());
        }
    }

    private double age() {
        return found.values().stream()
                .min(Comparator.naturalOrder())
                .map(oldest -> Duration.between(oldest, clock.instant()).toMillis() / 1000.0)
                .orElse(0.0);
    }
}
