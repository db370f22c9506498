package org.consilium.review.assignment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.desk.ReviewDesk;
import org.consilium.review.desk.Reviews;
import org.consilium.review.lifecycle.Review;
import org.consilium.review.lifecycle.Review.Offer;
import org.consilium.review.lifecycle.Review.Searching;
import org.consilium.review.lifecycle.ReviewCommand.KeepOffersOf;
import org.consilium.review.matching.Matching;
import org.consilium.review.matching.Matching.Ranked;

/**
 * Triage was set right while somebody is looked for: offers that fit no more lapse, and matching
 * runs anew. Whoever has accepted goes on; then a clinical lead decides.
 */
@ApplicationScoped
class Correction {

    private final Reviews reviews;
    private final Snapshots snapshots;
    private final ReviewDesk desk;
    private final Assignment assignment;

    Correction(Reviews reviews, Snapshots snapshots, ReviewDesk desk, Assignment assignment) {
        this.reviews = reviews;
        this.snapshots = snapshots;
        this.desk = desk;
        this.assignment = assignment;
    }

    Uni<Void> of(UUID caseId, UnitOfWork work) {
        return reviews.findLocked(caseId, work)
                .chain(
                        review ->
                                review instanceof Searching searching
                                        ? matchAnew(searching, work)
                                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> matchAnew(Searching searching, UnitOfWork work) {
        return snapshots
                .of(searching.caseId(), answered(searching), work)
                .map(seen -> new KeepOffersOf(fitting(Matching.match(seen))))
                .chain(command -> desk.perform(searching.caseId(), command, work))
                .chain(kept -> next(kept, work));
    }

    private Uni<Void> next(Review kept, UnitOfWork work) {
        return kept instanceof Searching searching
                ? assignment.next(searching, work)
                : Uni.createFrom().voidItem();
    }

    /** Whoever is asked just now is weighed like everybody. */
    private static Set<UUID> answered(Searching searching) {
        var answered = new HashSet<>(searching.everAsked());
        searching.openOffers().stream().map(Offer::reviewer).forEach(answered::remove);
        return answered;
    }

    private static Set<UUID> fitting(Matching result) {
        return result.ranked().stream().map(Ranked::reviewer).collect(Collectors.toSet());
    }
}
