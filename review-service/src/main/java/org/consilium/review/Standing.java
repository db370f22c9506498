package org.consilium.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.consilium.kit.words.Code;
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
        Set<UUID> openFollowUps,
        Amending amendment) {

    /** A later version on its way: which one, and how far it is. */
    record Amending(int version, String step) {
        static Amending of(Released released) {
            return released.amendment() == null
                    ? null
                    : new Amending(released.nextVersion(), Code.of(released.amendment().step()));
        }
    }

    static Standing of(Review review) {
        return switch (review) {
            case Offered s -> asked(s.offers());
            case IndependentReading s -> assigned(s.reviewer(), s.opinionDue(), Set.of(), null);
            case UnderReview s -> assigned(s.reviewer(), s.opinionDue(), Set.of(), null);
            case AwaitingAnswer s ->
                    assigned(s.reviewer(), s.opinionDue(), s.openQuestions().keySet(), null);
            case InQualityReview s -> assigned(s.reviewer(), s.opinionDue(), Set.of(), s.version());
            case Signed s -> written(s.reviewer(), s.version());
            case Released s -> released(s, Amending.of(s));
            case AwaitingAssignment _, Withdrawn _ -> null;
        };
    }

    /** Of several offers the reviewer's own. */
    static Standing asSeenBy(UUID reviewer, Review review) {
        return review instanceof Offered(_, _, var offers)
                ? asked(offers.stream().filter(o -> o.reviewer().equals(reviewer)).toList())
                : of(review);
    }

    /** A later version is theirs to know of once it is released. */
    static Standing asSeenByPatient(Review review) {
        return review instanceof Released s ? released(s, null) : of(review);
    }

    private static Standing asked(List<Offer> offers) {
        return new Standing(offers, null, null, null, null, null, null, null);
    }

    private static Standing assigned(
            UUID reviewer, Instant due, Set<UUID> open, Integer submittedVersion) {
        return new Standing(null, reviewer, due, open, submittedVersion, null, null, null);
    }

    private static Standing written(UUID reviewer, int version) {
        return new Standing(null, reviewer, null, null, version, null, null, null);
    }

    private static Standing released(Released s, Amending amendment) {
        return new Standing(
                null,
                s.reviewer(),
                null,
                null,
                s.version(),
                s.followUpUntil(),
                s.openFollowUps(),
                amendment);
    }
}
