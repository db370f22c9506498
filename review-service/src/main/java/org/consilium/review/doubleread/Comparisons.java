package org.consilium.review.doubleread;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consilium.kit.work.StoredJson;
import org.consilium.kit.work.UnitOfWork;

/**
 * What each opinion and the second reading came to, and who decided between them; never changed.
 */
@ApplicationScoped
class Comparisons {

    private final StoredJson json;

    Comparisons(StoredJson json) {
        this.json = json;
    }

    /** {@code decision} is null where nobody has decided, or nothing was to be decided. */
    record Compared(
            UUID opinionId,
            UUID comparedBy,
            Map<String, AxisComparison> axes,
            boolean differs,
            Instant comparedAt,
            Decided decision) {}

    record Decided(String verdict, String text, UUID decidedBy, Instant decidedAt) {}

    Uni<Void> keep(
            UUID caseId,
            UUID opinionId,
            UUID lead,
            Map<String, AxisComparison> axes,
            UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        insert into reading_comparison (opinion_id, case_id, compared_by, axes, differs, compared_at)
                        values (:opinion, :case, :lead, :axes, :differs, :now)""")
                .setParameter("opinion", opinionId)
                .setParameter("case", caseId)
                .setParameter("lead", lead)
                .setParameter("axes", json.write(axes))
                .setParameter("differs", axes.values().stream().anyMatch(AxisComparison::differs))
                .setParameter("now", work.now().atOffset(ZoneOffset.UTC))
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<Void> decide(UUID caseId, UUID lead, Adjudication decided, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        insert into adjudication (opinion_id, case_id, decided_by, verdict, text, decided_at)
                        values (:opinion, :case, :lead, :verdict, :text, :now)""")
                .setParameter("opinion", decided.opinionId())
                .setParameter("case", caseId)
                .setParameter("lead", lead)
                .setParameter("verdict", decided.verdict())
                .setParameter("text", decided.text())
                .setParameter("now", work.now().atOffset(ZoneOffset.UTC))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** In the order they were made. */
    Uni<List<Compared>> of(UUID caseId, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        select c.opinion_id, c.compared_by, c.axes, c.differs, c.compared_at,
                               a.verdict, a.text, a.decided_by, a.decided_at
                        from reading_comparison c left join adjudication a using (opinion_id)
                        where c.case_id = :case order by c.compared_at""",
                        Object[].class)
                .setParameter("case", caseId)
                .getResultList()
                .map(rows -> rows.stream().map(this::compared).toList());
    }

    private Compared compared(Object[] row) {
        return new Compared(
                (UUID) row[0],
                (UUID) row[1],
                json.read((String) row[2], new TypeReference<Map<String, AxisComparison>>() {}),
                (Boolean) row[3],
                ((OffsetDateTime) row[4]).toInstant(),
                row[5] == null ? null : decided(row));
    }

    private static Decided decided(Object[] row) {
        return new Decided(
                (String) row[5],
                (String) row[6],
                (UUID) row[7],
                ((OffsetDateTime) row[8]).toInstant());
    }
}
