package org.consilium.review.statistics;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.opinion.AxisJudgement.Value;
import org.consilium.review.statistics.AgreementTable.Counted;

/**
 * Counts the released opinions, each case once, by its first version: what an amendment moved in a
 * table that somebody has seen before would be a single case.
 */
@ApplicationScoped
class AgreementCounts {

    /** By the day of the signature, in UTC. Reads every opinion of the year. */
    Uni<List<Counted>> of(int year, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        select cast(f.submitted as jsonb) ->> 'programme', axis.key, axis.value ->> 'value', cast(count(*) as int)
                        from opinion o
                        join review r on r.case_id = o.case_id and r.state = 'released'
                        join case_facts f on f.case_id = o.case_id
                        cross join lateral jsonb_each(cast(o.content as jsonb) -> 'axes') axis
                        where o.version = 1 and o.signed_at >= :from and o.signed_at < :until
                        group by 1, 2, 3""",
                        Object[].class)
                .setParameter("from", beginningOf(year))
                .setParameter("until", beginningOf(year + 1))
                .getResultList()
                .map(rows -> rows.stream().map(AgreementCounts::counted).toList());
    }

    private static Counted counted(Object[] row) {
        return new Counted(
                (String) row[0],
                (String) row[1],
                Value.valueOf(((String) row[2]).toUpperCase(Locale.ROOT).replace('-', '_')),
                (Integer) row[3]);
    }

    static OffsetDateTime beginningOf(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay().atOffset(ZoneOffset.UTC);
    }
}
