package org.consilium.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.consilium.contracts.IntakeEvent.Urgency;
import org.consilium.review.Viewers.Viewer;
import org.consilium.review.cases.CaseFacts;
import org.consilium.review.lifecycle.Review;
import org.consilium.review.lifecycle.Review.AwaitingAnswer;
import org.consilium.review.lifecycle.Review.AwaitingAssignment;
import org.consilium.review.lifecycle.Review.IndependentReading;
import org.consilium.review.lifecycle.Review.Offered;
import org.consilium.review.lifecycle.Review.Released;
import org.consilium.review.lifecycle.Review.Signed;
import org.consilium.review.lifecycle.Review.UnderReview;
import org.consilium.review.lifecycle.Review.Withdrawn;
import org.consilium.review.lifecycle.ReviewJson;

/** Where a review stands, in codes and dates; no word of what anybody wrote. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReviewView(
        UUID caseId, String state, String reference, CaseView asks, Standing standing) {

    /** What the case asks of its reviewer; all that an offer shows of it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CaseView(
            String programme,
            String service,
            String specialty,
            String jurisdiction,
            Set<String> languages,
            Urgency urgency,
            int questions,
            LocalDate opinionExpectedBy) {

        static CaseView of(CaseFacts facts) {
            return new CaseView(
                    facts.submitted().programme(),
                    facts.submitted().service(),
                    facts.triaged().specialty(),
                    facts.triaged().jurisdiction(),
                    facts.triaged().languages(),
                    facts.triaged().urgency(),
                    facts.submitted().questions().size(),
                    facts.submitted().opinionExpectedBy());
        }
    }

    /** What is true in the review's state and not in every other. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Standing(
            UUID offerId,
            UUID reviewer,
            Instant offerExpiresAt,
            Instant opinionDue,
            Set<UUID> openQuestions,
            Integer opinionVersion,
            Instant followUpUntil,
            Set<UUID> openFollowUps) {

        static Standing of(Review review) {
            return switch (review) {
                case Offered s -> offered(s);
                case IndependentReading s -> assigned(s.reviewer(), s.opinionDue(), Set.of());
                case UnderReview s -> assigned(s.reviewer(), s.opinionDue(), Set.of());
                case AwaitingAnswer s ->
                        assigned(s.reviewer(), s.opinionDue(), s.openQuestions().keySet());
                case Signed s ->
                        new Standing(null, s.reviewer(), null, null, null, s.version(), null, null);
                case Released s ->
                        new Standing(
                                null,
                                s.reviewer(),
                                null,
                                null,
                                null,
                                s.version(),
                                s.followUpUntil(),
                                s.openFollowUps());
                case AwaitingAssignment _, Withdrawn _ -> null;
            };
        }

        private static Standing offered(Offered s) {
            return new Standing(
                    s.offerId(), s.reviewer(), s.expiresAt(), null, null, null, null, null);
        }

        private static Standing assigned(UUID reviewer, Instant due, Set<UUID> open) {
            return new Standing(null, reviewer, null, due, open, null, null, null);
        }
    }

    /** After a command: where the review stands now. */
    public static ReviewView stateOf(Review review) {
        return new ReviewView(
                review.caseId(),
                ReviewJson.name(review.getClass()),
                null,
                null,
                Standing.of(review));
    }

    static ReviewView forViewer(Viewer viewer, Review review, CaseFacts facts) {
        if (viewer.isStaff() || viewer.isReviewer()) {
            return of(review, facts);
        }
        return viewer.isPatientSide() ? forPatient(review) : ofOffer(review, facts);
    }

    private static ReviewView of(Review review, CaseFacts facts) {
        return new ReviewView(
                review.caseId(),
                ReviewJson.name(review.getClass()),
                facts.submitted().reference(),
                CaseView.of(facts),
                Standing.of(review));
    }

    /** For whoever was asked: no number by which the case could be spoken of. */
    private static ReviewView ofOffer(Review review, CaseFacts facts) {
        return new ReviewView(
                review.caseId(),
                ReviewJson.name(review.getClass()),
                null,
                CaseView.of(facts),
                Standing.of(review));
    }

    /** For the patient's side: who has it, and until when; not who else was asked. */
    private static ReviewView forPatient(Review review) {
        return review instanceof Offered
                ? new ReviewView(
                        review.caseId(),
                        ReviewJson.name(AwaitingAssignment.class),
                        null,
                        null,
                        null)
                : stateOf(review);
    }
}
