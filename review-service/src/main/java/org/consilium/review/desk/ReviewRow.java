package org.consilium.review.desk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.consilium.review.lifecycle.Review;
import org.consilium.review.lifecycle.Review.AwaitingAnswer;
import org.consilium.review.lifecycle.Review.AwaitingAssignment;
import org.consilium.review.lifecycle.Review.InQualityReview;
import org.consilium.review.lifecycle.Review.IndependentReading;
import org.consilium.review.lifecycle.Review.Offered;
import org.consilium.review.lifecycle.Review.Released;
import org.consilium.review.lifecycle.Review.Signed;
import org.consilium.review.lifecycle.Review.UnderReview;
import org.consilium.review.lifecycle.Review.Withdrawn;

@Entity
@Table(name = "review")
class ReviewRow {

    @Id
    @Column(name = "case_id")
    UUID caseId;

    String state;
    UUID reviewer;
    String details;

    Review toReview() {
        return ReviewJson.read(state, details);
    }

    void become(Review review) {
        state = ReviewJson.name(review.getClass());
        reviewer = reviewerOf(review);
        details = ReviewJson.write(review);
    }

    private static UUID reviewerOf(Review review) {
        return switch (review) {
            case IndependentReading reading -> reading.reviewer();
            case UnderReview under -> under.reviewer();
            case AwaitingAnswer waiting -> waiting.reviewer();
            case InQualityReview checked -> checked.reviewer();
            case Signed signed -> signed.reviewer();
            case Released released -> released.reviewer();
            // Whoever is asked stands with their offer: they may be several.
            case AwaitingAssignment _, Offered _, Withdrawn _ -> null;
        };
    }
}
