package org.consilium.review.assignment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.consilium.contracts.IntakeEvent.CaseTriaged;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.cases.CaseFacts;
import org.consilium.review.cases.Cases;
import org.consilium.review.desk.ReviewDesk;
import org.consilium.review.desk.Reviews;
import org.consilium.review.lifecycle.Review;
import org.consilium.review.lifecycle.Review.Offer;
import org.consilium.review.lifecycle.Review.Searching;
import org.consilium.review.lifecycle.Review.Withdrawn;
import org.consilium.review.lifecycle.Review.Writing;
import org.consilium.review.lifecycle.Review.Written;
import org.consilium.review.lifecycle.ReviewCommand.KeepOffersOf;
import org.consilium.review.matching.Matching;
import org.consilium.review.matching.Matching.Ranked;
import org.consilium.review.matching.Matchings;

/**
 * Triage was set right while somebody is looked for: offers that fit no more lapse, and matching
 * runs anew. Whoever has accepted goes on; then a clinical lead decides.
 */
@ApplicationScoped
class Correction {

    private final Cases cases;
    private final Reviews reviews;
    private final FirstTeam firstTeam;
    private final Snapshots snapshots;
    private final Matchings matchings;
    private final ReviewDesk desk;
    private final Assignment assignment;
    private final Questioning questioning;

    Correction(
            Cases cases,
            Reviews reviews,
            FirstTeam firstTeam,
            Snapshots snapshots,
            Matchings matchings,
            ReviewDesk desk,
            Assignment assignment,
            Questioning questioning) {
        this.cases = cases;
        this.reviews = reviews;
        this.firstTeam = firstTeam;
        this.snapshots = snapshots;
        this.matchings = matchings;
        this.desk = desk;
        this.assignment = assignment;
        this.questioning = questioning;
    }

    Uni<Void> heard(CaseTriaged corrected, UnitOfWork work) {
        return cases.factsLocked(corrected.caseId(), work)
                .chain(
                        before ->
                                cases.triaged(corrected, work)
                                        .chain(now -> corrected(before, now, work)));
    }

    private Uni<Void> corrected(CaseFacts before, CaseFacts now, UnitOfWork work) {
        return now.canBeMatched()
                ? reviews.findLocked(now.caseId(), work)
                        .call(() -> firstTeam.tellIfAnotherIsUnknown(before, now, work))
                        .chain(review -> goOn(review, work))
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> goOn(Review review, UnitOfWork work) {
        return switch (review) {
            case Searching searching -> matchAnew(searching, work);
            case Writing writing -> questioning.of(writing.caseId(), writing.reviewer(), work);
            case Written written -> questioning.of(written.caseId(), written.reviewer(), work);
            case Withdrawn _ -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> matchAnew(Searching searching, UnitOfWork work) {
        return snapshots
                .of(searching.caseId(), answered(searching), work)
                .chain(seen -> matchings.keep(seen, Matching.match(seen), work))
                .map(run -> new KeepOffersOf(fitting(run.result())))
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
