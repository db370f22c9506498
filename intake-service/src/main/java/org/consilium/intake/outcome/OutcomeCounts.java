package org.consilium.intake.outcome;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.consilium.intake.outcome.OutcomeTable.Counted;

/** Counts a year's rounds, by the day on which they were asked, in UTC. */
@ApplicationScoped
class OutcomeCounts {

    private final Pool pool;

    OutcomeCounts(Pool pool) {
        this.pool = pool;
    }

    Uni<List<Counted>> of(int year) {
        return pool.preparedQuery(
                        """
                        select o.programme, o.service, o.day, said.item, said.value, count(*) as cases
                        from outcome_round o
                        cross join lateral (values ('asked', 'asked'),
                            ('understood-illness', o.understood_illness), ('understood-options', o.understood_options),
                            ('understood-risks', o.understood_risks), ('followed', o.followed)) said (item, value)
                        where o.asked_at >= $1 and o.asked_at < $2 and said.value is not null
                        group by 1, 2, 3, 4, 5""")
                .execute(Tuple.of(beginningOf(year), beginningOf(year + 1)))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(OutcomeCounts::counted)
                                        .toList());
    }

    /** Once the last round of the year can be answered no more, nothing moves its figures. */
    static boolean isComplete(int year, Instant now) {
        var lastAnswer = beginningOf(year + 1).toInstant().plus(OutcomeRules.ANSWERABLE_FOR);
        return !now.isBefore(lastAnswer);
    }

    private static Counted counted(Row row) {
        return new Counted(
                row.getString("programme"),
                row.getString("service"),
                row.getInteger("day"),
                row.getString("item"),
                row.getString("value"),
                row.getLong("cases").intValue());
    }

    private static OffsetDateTime beginningOf(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay().atOffset(ZoneOffset.UTC);
    }
}
