package org.consilium.review.lifecycle;

import static org.consilium.review.lifecycle.Decision.moved;
import static org.consilium.review.lifecycle.Decision.refused;
import static org.consilium.review.lifecycle.Refusal.NOT_ALLOWED_IN_THIS_STATE;
import static org.consilium.review.lifecycle.Refusal.NOT_THE_CURRENT_OFFER;
import static org.consilium.review.lifecycle.Refusal.NOT_THE_REVIEWER_ASKED;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.contracts.ReviewEvent.OfferAccepted;
import org.consilium.contracts.ReviewEvent.OfferDeclined;
import org.consilium.contracts.ReviewEvent.OfferExpired;
import org.consilium.contracts.ReviewEvent.ReviewOffered;
import org.consilium.contracts.ReviewEvent.ReviewerNotFound;
import org.consilium.review.lifecycle.Review.AwaitingAnswer;
import org.consilium.review.lifecycle.Review.AwaitingAssignment;
import org.consilium.review.lifecycle.Review.IndependentReading;
import org.consilium.review.lifecycle.Review.Offered;
import org.consilium.review.lifecycle.Review.Released;
import org.consilium.review.lifecycle.Review.Signed;
import org.consilium.review.lifecycle.Review.UnderReview;
import org.consilium.review.lifecycle.Review.Withdrawn;
import org.consilium.review.lifecycle.ReviewCommand.AcceptOffer;
import org.consilium.review.lifecycle.ReviewCommand.DeclineOffer;
import org.consilium.review.lifecycle.ReviewCommand.ExpireOffer;
import org.consilium.review.lifecycle.ReviewCommand.OfferReview;
import org.consilium.review.lifecycle.ReviewCommand.ReportNobodyFound;

/** The lifecycle's rules until somebody has accepted. */
final class OfferRules {

    private OfferRules() {}

    static Decision offer(Review review, OfferReview c) {
        return switch (review) {
            case AwaitingAssignment(var id, var asked) ->
                    moved(
                            new Offered(id, asked, c.offerId(), c.reviewer(), c.expiresAt()),
                            new ReviewOffered(id, c.offerId(), c.reviewer(), c.expiresAt()));
            case Offered _,
                    IndependentReading _,
                    UnderReview _,
                    AwaitingAnswer _,
                    Signed _,
                    Released _,
                    Withdrawn _ ->
                    refused(NOT_ALLOWED_IN_THIS_STATE);
        };
    }

    static Decision reportNobody(Review review, ReportNobodyFound c) {
        return switch (review) {
            case AwaitingAssignment waiting ->
                    moved(waiting, new ReviewerNotFound(waiting.caseId(), c.considered()));
            case Offered _,
                    IndependentReading _,
                    UnderReview _,
                    AwaitingAnswer _,
                    Signed _,
                    Released _,
                    Withdrawn _ ->
                    refused(NOT_ALLOWED_IN_THIS_STATE);
        };
    }

    static Decision accept(Review review, AcceptOffer c) {
        return switch (review) {
            case Offered offered when !offered.reviewer().equals(c.reviewer()) ->
                    refused(NOT_THE_REVIEWER_ASKED);
            case Offered offered when !offered.offerId().equals(c.offerId()) ->
                    refused(NOT_THE_CURRENT_OFFER);
            case Offered(var id, _, var offerId, var reviewer, _) ->
                    moved(
                            new IndependentReading(id, reviewer, c.opinionDue()),
                            new OfferAccepted(id, offerId, reviewer, c.opinionDue()));
            case AwaitingAssignment _,
                    IndependentReading _,
                    UnderReview _,
                    AwaitingAnswer _,
                    Signed _,
                    Released _,
                    Withdrawn _ ->
                    refused(NOT_ALLOWED_IN_THIS_STATE);
        };
    }

    static Decision decline(Review review, DeclineOffer c) {
        return switch (review) {
            case Offered offered when !offered.reviewer().equals(c.reviewer()) ->
                    refused(NOT_THE_REVIEWER_ASKED);
            case Offered offered when !offered.offerId().equals(c.offerId()) ->
                    refused(NOT_THE_CURRENT_OFFER);
            case Offered offered ->
                    moved(
                            askNext(offered),
                            new OfferDeclined(
                                    offered.caseId(), c.offerId(), c.reviewer(), c.reason()));
            case AwaitingAssignment _,
                    IndependentReading _,
                    UnderReview _,
                    AwaitingAnswer _,
                    Signed _,
                    Released _,
                    Withdrawn _ ->
                    refused(NOT_ALLOWED_IN_THIS_STATE);
        };
    }

    static Decision expire(Review review, ExpireOffer c) {
        return switch (review) {
            case Offered offered when !offered.offerId().equals(c.offerId()) ->
                    refused(NOT_THE_CURRENT_OFFER);
            case Offered offered ->
                    moved(
                            askNext(offered),
                            new OfferExpired(offered.caseId(), c.offerId(), offered.reviewer()));
            case AwaitingAssignment _,
                    IndependentReading _,
                    UnderReview _,
                    AwaitingAnswer _,
                    Signed _,
                    Released _,
                    Withdrawn _ ->
                    refused(NOT_ALLOWED_IN_THIS_STATE);
        };
    }

    private static AwaitingAssignment askNext(Offered offered) {
        var asked = Stream.concat(offered.asked().stream(), Stream.of(offered.reviewer()));
        return new AwaitingAssignment(
                offered.caseId(), asked.collect(Collectors.toUnmodifiableSet()));
    }
}
