package org.consilium.review.assignment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.consilium.kit.work.Ids;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.ReviewConfig;
import org.consilium.review.lifecycle.Review.AwaitingAssignment;
import org.consilium.review.lifecycle.ReviewCommand;
import org.consilium.review.lifecycle.ReviewDesk;
import org.consilium.review.lifecycle.Reviews;
import org.consilium.review.matching.Matching;
import org.consilium.review.matching.Matchings;
import org.consilium.review.matching.Matchings.Run;

/** From a case that is ready to somebody who is asked, or to the fact that there is nobody. */
@ApplicationScoped
class Assignment {

    private final Snapshots snapshots;
    private final Matchings matchings;
    private final Reviews reviews;
    private final ReviewDesk desk;
    private final Offering offering;

    Assignment(
            Snapshots snapshots,
            Matchings matchings,
            Reviews reviews,
            ReviewDesk desk,
            Offering offering) {
        this.snapshots = snapshots;
        this.matchings = matchings;
        this.reviews = reviews;
        this.desk = desk;
        this.offering = offering;
    }

    /** Opens the review and asks the best reviewer; of a case that has a review, nothing. */
    Uni<Void> begin(UUID caseId, UnitOfWork work) {
        return reviews.begin(caseId, work)
                .chain(
                        begun ->
                                begun
                                        ? next(new AwaitingAssignment(caseId, Set.of()), work)
                                        : Uni.createFrom().nullItem())
                .replaceWithVoid();
    }

    /** Matches and asks the best of those who were not asked yet. */
    Uni<Run> next(AwaitingAssignment waiting, UnitOfWork work) {
        return snapshots
                .of(waiting.caseId(), waiting.asked(), work)
                .chain(seen -> matchings.keep(seen, Matching.match(seen), work))
                .call(run -> desk.perform(waiting.caseId(), offering.command(run, work), work));
    }

    /** The command that a matching's result comes to. */
    @ApplicationScoped
    static class Offering {

        private final ReviewConfig config;
        private final Ids ids;

        Offering(ReviewConfig config, Ids ids) {
            this.config = config;
            this.ids = ids;
        }

        ReviewCommand command(Run run, UnitOfWork work) {
            return run.result()
                    .best()
                    .<ReviewCommand>map(
                            reviewer ->
                                    new ReviewCommand.OfferReview(
                                            ids.next(),
                                            reviewer,
                                            work.now().plus(config.offerWindow())))
                    .orElseGet(
                            () -> new ReviewCommand.ReportNobodyFound(run.result().considered()));
        }
    }
}
