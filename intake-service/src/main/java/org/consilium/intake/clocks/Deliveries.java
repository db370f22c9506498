package org.consilium.intake.clocks;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.consilium.intake.turns.Turns;
import org.consilium.kit.work.UnitOfWork;

/** Each released opinion's two clocks, kept so that the next family can be told what to expect. */
@ApplicationScoped
public class Deliveries {

    private static final Duration A_YEAR = Duration.ofDays(365);

    private final Turns turns;
    private final Pool pool;

    Deliveries(Turns turns, Pool pool) {
        this.turns = turns;
        this.pool = pool;
    }

    /** The clocks as they stand at the release, in its transaction. */
    public Uni<Void> released(UUID caseId, Instant at, UnitOfWork work) {
        return turns.of(caseId, work)
                .map(held -> Clocks.of(held, at))
                .chain(
                        clocks ->
                                clocks.isEmpty()
                                        ? Uni.createFrom().voidItem()
                                        : keep(caseId, clocks.get(), work));
    }

    private Uni<Void> keep(UUID caseId, Clocks clocks, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        insert into delivery (case_id, programme, service, released_at, waited_hours, worked_hours)
                        select case_id, programme, service, :at, :waited, :worked from intake_case where case_id = :case
                        on conflict do nothing""")
                .setParameter("case", caseId)
                .setParameter("at", clocks.until().atOffset(ZoneOffset.UTC))
                .setParameter("waited", clocks.waited().toHours())
                .setParameter("worked", clocks.worked().toHours())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Of every service that released an opinion within a year. */
    Uni<List<Figures>> ofTheYear(Instant now) {
        return pool.preparedQuery(
                        """
                        select programme, service, count(*) as opinions,
                               percentile_disc(0.5) within group (order by waited_hours) as waited50,
                               percentile_disc(0.8) within group (order by waited_hours) as waited80,
                               percentile_disc(0.5) within group (order by worked_hours) as worked50,
                               percentile_disc(0.8) within group (order by worked_hours) as worked80
                        from delivery where released_at > $1
                        group by programme, service order by programme, service""")
                .execute(Tuple.of(now.minus(A_YEAR).atOffset(ZoneOffset.UTC)))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(Deliveries::figures)
                                        .toList());
    }

    private static Figures figures(Row row) {
        return new Figures(
                        row.getString("programme"),
                        row.getString("service"),
                        row.getLong("opinions"),
                        row.getLong("waited50"),
                        row.getLong("waited80"),
                        row.getLong("worked50"),
                        row.getLong("worked80"))
                .withoutFew();
    }
}
