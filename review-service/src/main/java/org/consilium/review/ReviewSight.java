package org.consilium.review;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.consilium.kit.web.Page;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.Viewers.Viewer;
import org.consilium.review.cases.CaseFacts;
import org.consilium.review.cases.Cases;
import org.consilium.review.correction.QuestionedAssignments;
import org.consilium.review.desk.Reviews;
import org.consilium.review.desk.SecondReadings;
import org.consilium.review.lifecycle.Review;

/** Where the reviews stand, with what is kept beside the review and holds it. */
@ApplicationScoped
class ReviewSight {

    private final Reviews reviews;
    private final Cases cases;
    private final QuestionedAssignments questioned;
    private final SecondReadings seconds;

    ReviewSight(
            Reviews reviews,
            Cases cases,
            QuestionedAssignments questioned,
            SecondReadings seconds) {
        this.reviews = reviews;
        this.cases = cases;
        this.questioned = questioned;
        this.seconds = seconds;
    }

    /** {@code reviewer} is null for staff, who see all. */
    Uni<Page<ReviewView>> page(UUID reviewer, String state, UUID after, int size, UnitOfWork work) {
        return reviews.page(reviewer, state, after, size, work)
                .chain(
                        found ->
                                seconds.inAdjudication(found, work)
                                        .map(waiting -> page(found, size, reviewer, waiting)));
    }

    private static Page<ReviewView> page(
            List<Review> found, int size, UUID reviewer, Set<UUID> waiting) {
        return Page.of(found, size, Review::caseId)
                .map(review -> orInAdjudication(line(review, reviewer), waiting));
    }

    private static ReviewView line(Review review, UUID reviewer) {
        return reviewer == null
                ? ReviewView.stateOf(review)
                : ReviewView.stateFor(reviewer, review);
    }

    private static ReviewView orInAdjudication(ReviewView view, Set<UUID> waiting) {
        return waiting.contains(view.caseId()) ? view.inAdjudication() : view;
    }

    Uni<ReviewView> of(UUID caseId, Viewer viewer, UnitOfWork work) {
        return reviews.find(caseId, work)
                .chain(
                        review ->
                                cases.facts(caseId, work)
                                        .chain(facts -> of(viewer, review, facts, work)));
    }

    /** The patient's side hears of no check on ourselves: to them it is in quality review. */
    private Uni<ReviewView> of(Viewer viewer, Review review, CaseFacts facts, UnitOfWork work) {
        var held = viewer.isStaff() || viewer.isReviewer() ? List.of(review) : List.<Review>of();
        return questioned
                .open(review.caseId(), work)
                .map(waiting -> ReviewView.forViewer(viewer, review, facts, waiting))
                .chain(
                        view ->
                                seconds.inAdjudication(held, work)
                                        .map(waiting -> orInAdjudication(view, waiting)));
    }
}
