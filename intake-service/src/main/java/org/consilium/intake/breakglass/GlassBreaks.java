package org.consilium.intake.breakglass;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.consilium.intake.breakglass.GlassBreak.Review;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.UnitOfWork;
import org.hibernate.reactive.mutiny.Mutiny;

/** The breaks' table. */
@ApplicationScoped
class GlassBreaks {

    private final Mutiny.SessionFactory sessions;

    GlassBreaks(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    Uni<Void> add(GlassBreak.About about, UnitOfWork work) {
        return work.session().persist(GlassBreakRow.of(about));
    }

    /** Fails with not-found unless it is this case's. Nobody else reviews it meanwhile. */
    Uni<GlassBreak> forUpdate(UUID caseId, UUID breakId, UnitOfWork work) {
        return work.session()
                .find(GlassBreakRow.class, breakId, LockModeType.PESSIMISTIC_WRITE)
                .map(row -> row == null || !row.caseId.equals(caseId) ? null : row.toGlassBreak())
                .onItem()
                .ifNull()
                .failWith(Problem::notFound);
    }

    /** The row is in the session since it was locked; this costs no further query. */
    Uni<Void> store(UUID breakId, Review review, UnitOfWork work) {
        return work.session()
                .find(GlassBreakRow.class, breakId)
                .invoke(row -> row.take(review))
                .replaceWithVoid();
    }

    /** Oldest first: those that wait for their review, or all. */
    Uni<List<GlassBreak>> page(boolean reviewedToo, UUID after, int limit) {
        var query =
                "from GlassBreakRow b where b.breakId > :after "
                        + (reviewedToo ? "" : "and b.reviewedAt is null ")
                        + "order by b.breakId";
        return sessions.withSession(
                        session ->
                                session.createQuery(query, GlassBreakRow.class)
                                        .setParameter("after", after)
                                        .setMaxResults(limit)
                                        .getResultList())
                .map(rows -> rows.stream().map(GlassBreakRow::toGlassBreak).toList());
    }
}
