package org.consilium.review.desk;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.lifecycle.Review;
import org.consilium.review.lifecycle.Review.AwaitingAssignment;

/** The reviews as they are stored. */
@ApplicationScoped
public class Reviews {

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
                            row.become(AwaitingAssignment.begun(caseId));
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
        return work.session()
                .createNativeQuery(
                        """
                        select case_id, state, reviewer, details from review
                        where case_id > :after and (cast(:state as text) is null or state = :state
                               or cast(:state as text) = 'in-adjudication' and state = 'in-quality-review' and case_id in (
                                   select case_id from second_reading where state = 'in-adjudication'))
                          and (cast(:reviewer as uuid) is null or case_id in (
                              select case_id from review where reviewer = :reviewer
                              union
                              select case_id from offer where reviewer = :reviewer and outcome is null))
                        order by case_id limit :size""",
                        ReviewRow.class)
                .setParameter("after", after)
                .setParameter("state", state)
                .setParameter("reviewer", reviewer)
                .setParameter("size", size + 1)
                .getResultList()
                .map(rows -> rows.stream().map(ReviewRow::toReview).toList());
    }
}
