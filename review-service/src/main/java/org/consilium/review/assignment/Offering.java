package org.consilium.review.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.consilium.contracts.IntakeEvent.Urgency;
import org.consilium.kit.work.Ids;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.ReviewConfig;
import org.consilium.review.lifecycle.Review.Offer;
import org.consilium.review.lifecycle.Review.Searching;
import org.consilium.review.lifecycle.ReviewCommand;
import org.consilium.review.lifecycle.ReviewCommand.OfferReview;
import org.consilium.review.lifecycle.ReviewCommand.ReportNobodyFound;
import org.consilium.review.matching.Matching.Ranked;
import org.consilium.review.matching.Matchings.Run;

/** The command that a matching's result comes to. */
@ApplicationScoped
class Offering {

    private final ReviewConfig config;
    private final Ids ids;

    Offering(ReviewConfig config, Ids ids) {
        this.config = config;
        this.ids = ids;
    }

    /** Empty when nobody is left to ask, but somebody still may accept. */
    Optional<ReviewCommand> command(Searching searching, Run run, UnitOfWork work) {
        int open = searching.openOffers().size();
        var offers =
                run.result().ranked().stream()
                        .limit(Math.max(0, atOnce(run.snapshot().needed().urgency()) - open))
                        .map(Ranked::reviewer)
                        .map(reviewer -> offer(reviewer, work))
                        .toList();
        if (!offers.isEmpty()) {
            return Optional.of(new OfferReview(offers));
        }
        return open > 0
                ? Optional.empty()
                : Optional.of(new ReportNobodyFound(run.result().considered()));
    }

    private Offer offer(UUID reviewer, UnitOfWork work) {
        return new Offer(ids.next(), reviewer, work.now().plus(config.offerWindow()));
    }

    private int atOnce(Urgency urgency) {
        return switch (urgency) {
            case ROUTINE -> config.askedAtOnce().routine();
            case EXPEDITED -> config.askedAtOnce().expedited();
        };
    }
}
