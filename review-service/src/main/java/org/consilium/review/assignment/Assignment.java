package org.consilium.review.assignment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.cases.CaseFacts;
import org.consilium.review.desk.ReviewDesk;
import org.consilium.review.desk.Reviews;
import org.consilium.review.lifecycle.Review.AwaitingAssignment;
import org.consilium.review.lifecycle.Review.Searching;
import org.consilium.review.matching.Matching;
import org.consilium.review.matching.Matchings;
import org.consilium.review.matching.Matchings.Run;

/** From a case that is ready to somebody who is asked, or to the fact that there is nobody. */
@ApplicationScoped
class Assignment {

    private final FirstTeam firstTeam;
    private final Snapshots snapshots;
    private final Matchings matchings;
    private final Reviews reviews;
    private final ReviewDesk desk;
    private final Offering offering;

    Assignment(
            FirstTeam firstTeam,
            Snapshots snapshots,
            Matchings matchings,
            Reviews reviews,
            ReviewDesk desk,
            Offering offering) {
        this.firstTeam = firstTeam;
        this.snapshots = snapshots;
        this.matchings = matchings;
        this.reviews = reviews;
        this.desk = desk;
        this.offering = offering;
    }

    /** Opens the review and asks the best reviewers; of a case that has a review, nothing. */
    Uni<Void> begin(CaseFacts known, UnitOfWork work) {
        return reviews.begin(known.caseId(), work)
                .chain(begun -> begun ? first(known, work) : Uni.createFrom().voidItem());
    }

    private Uni<Void> first(CaseFacts known, UnitOfWork work) {
        return firstTeam
                .tellIfUnknown(known, work)
                .chain(() -> next(AwaitingAssignment.begun(known.caseId()), work));
    }

    /**
     * Matches, and asks the best of those who were not asked yet until enough are asked at once.
     */
    Uni<Void> next(Searching searching, UnitOfWork work) {
        return snapshots
                .of(searching.caseId(), searching.everAsked(), work)
                .chain(seen -> matchings.keep(seen, Matching.match(seen), work))
                .chain(run -> ask(searching, run, work));
    }

    private Uni<Void> ask(Searching searching, Run run, UnitOfWork work) {
        return offering.command(searching, run, work)
                .map(command -> desk.perform(searching.caseId(), command, work).replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
