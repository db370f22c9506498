package org.consilium.kit.figures;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Asks the database for every figure, on a worker's thread and as often as somebody looks: a scrape
 * reads what was found last and asks nothing. Every replica tells the same.
 */
@ApplicationScoped
class FigureJob {

    private static final Logger LOG = Logger.getLogger(FigureJob.class);

    private final AgroalDataSource database;
    private final Map<Figure, MultiGauge> gauges = new LinkedHashMap<>();

    FigureJob(AgroalDataSource database, @All List<Figures> told, MeterRegistry metrics) {
        this.database = database;
        for (var part : told) {
            for (var figure : part.figures()) {
                gauges.put(figure, gauge(figure, metrics));
            }
        }
    }

    private static MultiGauge gauge(Figure figure, MeterRegistry metrics) {
        return MultiGauge.builder(figure.name()).description(figure.help()).register(metrics);
    }

    /** After one that fails the others stay as they were until the next time. */
    @Scheduled(
            every = "{consilium.figures-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refresh() {
        try (var connection = database.getConnection()) {
            for (var gauge : gauges.entrySet()) {
                gauge.getValue().register(FigureRows.of(gauge.getKey(), connection), true);
            }
        } catch (SQLException e) {
            LOG.warnf("the figures stay as they were: SQL state %s", e.getSQLState());
        }
    }
}
