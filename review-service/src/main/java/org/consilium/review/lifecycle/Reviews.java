package org.consilium.review.lifecycle;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.lifecycle.Review.AwaitingAssignment;

/** The reviews as they are stored. */
@ApplicationScoped
public class Reviews {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** Null when the case has no review. */
    Uni<ReviewRow> forUpdate(UUID caseId, UnitOfWork work) {
        return work.session().find(ReviewRow.class, caseId, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The case's review as it is; fails with not-found when it has none. */
    public Uni<Review> find(UUID caseId, UnitOfWork work) {
        return work.session()
                .find(ReviewRow.class, caseId)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .map(ReviewRow::toReview);
    }

    /**
     * The same, and nobody else changes it before this transaction ends. Where a command follows,
     * this comes first: a row that was read without its lock cannot be locked later on.
     */
    public Uni<Review> findLocked(UUID caseId, UnitOfWork work) {
        return forUpdate(caseId, work)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .map(ReviewRow::toReview);
    }

    /** False when the case has a review already. */
    public Uni<Boolean> begin(UUID caseId, UnitOfWork work) {
        return work.session()
                .find(ReviewRow.class, caseId)
                .chain(
                        known -> {
                            if (known != null) {
                                return Uni.createFrom().item(false);
                            }
                            var row = new ReviewRow();
                            row.caseId = caseId;
                            row.become(new AwaitingAssignment(caseId, Set.of()));
                            return work.session().persist(row).replaceWith(true);
                        });
    }

    /**
     * A page of the work list.
     *
     * @param reviewer whose offers and reviews; null for everybody's
     * @param state its name; null for any
     */
    public Uni<List<Review>> page(
            UUID reviewer, String state, UUID after, int size, UnitOfWork work) {
        var query =
                work.session()
                        .createQuery(
                                "from ReviewRow where caseId > :after"
                                        + (reviewer == null ? "" : " and reviewer = :reviewer")
                                        + (state == null ? "" : " and state = :state")
                                        + " order by caseId",
                                ReviewRow.class)
                        .setParameter("after", after == null ? BEFORE_ALL : after)
                        .setMaxResults(size + 1);
        if (reviewer != null) {
            query.setParameter("reviewer", reviewer);
        }
        if (state != null) {
            query.setParameter("state", state);
        }
        return query.getResultList().map(rows -> rows.stream().map(ReviewRow::toReview).toList());
    }
}
