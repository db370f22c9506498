package org.consilium.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.consilium.review.lifecycle.Review;
import org.consilium.review.lifecycle.Review.AwaitingAnswer;
import org.consilium.review.lifecycle.Review.AwaitingAssignment;
import org.consilium.review.lifecycle.Review.InQualityReview;
import org.consilium.review.lifecycle.Review.IndependentReading;
import org.consilium.review.lifecycle.Review.Offer;
import org.consilium.review.lifecycle.Review.Offered;
import org.consilium.review.lifecycle.Review.Released;
import org.consilium.review.lifecycle.Review.Signed;
import org.consilium.review.lifecycle.Review.UnderReview;
import org.consilium.review.lifecycle.Review.Withdrawn;

/** What is true in the review's state and not in every other. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Standing(
        List<Offer> offers,
        UUID reviewer,
        Instant opinionDue,
        Set<UUID> openQuestions,
        Integer opinionVersion,
        Instant followUpUntil,
        Set<UUID> openFollowUps) {

    static Standing of(Review review) {
        return switch (review) {
            case Offered s -> asked(s.offers());
            case IndependentReading s -> assigned(s.reviewer(), s.opinionDue(), Set.of());
            case UnderReview s -> assigned(s.reviewer(), s.opinionDue(), Set.of());
            case AwaitingAnswer s ->
                    assigned(s.reviewer(), s.opinionDue(), s.openQuestions().keySet());
            case InQualityReview s ->
                    new Standing(
                            null, s.reviewer(), s.opinionDue(), Set.of(), s.version(), null, null);
            case Signed s -> written(s.reviewer(), s.version(), null, null);
            case Released s ->
                    written(s.reviewer(), s.version(), s.followUpUntil(), s.openFollowUps());
            case AwaitingAssignment _, Withdrawn _ -> null;
        };
    }

    /** Of several offers the reviewer's own. */
    static Standing asSeenBy(UUID reviewer, Review review) {
        return review instanceof Offered(_, _, var offers)
                ? asked(offers.stream().filter(o -> o.reviewer().equals(reviewer)).toList())
                : of(review);
    }

    private static Standing asked(List<Offer> offers) {
        return new Standing(offers, null, null, null, null, null, null);
    }

    private static Standing assigned(UUID reviewer, Instant due, Set<UUID> open) {
        return new Standing(null, reviewer, due, open, null, null, null);
    }

    private static Standing written(
            UUID reviewer, int version, Instant followUpUntil, Set<UUID> openFollowUps) {
        return new Standing(null, reviewer, null, null, version, followUpUntil, openFollowUps);
    }
}
