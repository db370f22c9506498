package org.consilium.review.statistics;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.opinion.AxisJudgement.Value;
import org.consilium.review.statistics.DoubleReadTable.Read;

/**
 * The released cases that were read twice, each by its first comparison: what was written after a
 * decision between the two is no reading of its own any more.
 */
@ApplicationScoped
class DoubleReadCounts {

    /** By the day of that comparison, in UTC. */
    Uni<List<Read>> of(int year, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        select cast(f.submitted as jsonb) ->> 'programme', axis.key,
                               axis.value ->> 'opinion', axis.value ->> 'second'
                        from (select distinct on (case_id) * from reading_comparison
                              order by case_id, compared_at) c
                        join review r on r.case_id = c.case_id and r.state = 'released'
                        join case_facts f on f.case_id = c.case_id
                        cross join lateral jsonb_each(cast(c.axes as jsonb)) axis
                        where c.compared_at >= :from and c.compared_at < :until""",
                        Object[].class)
                .setParameter("from", AgreementCounts.beginningOf(year))
                .setParameter("until", AgreementCounts.beginningOf(year + 1))
                .getResultList()
                .map(rows -> rows.stream().map(DoubleReadCounts::read).toList());
    }

    private static Read read(Object[] row) {
        return new Read((String) row[0], (String) row[1], value(row[2]), value(row[3]));
    }

    private static Value value(Object code) {
        return Value.valueOf(((String) code).toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
