package org.consilium.review.lifecycle;

import static org.consilium.review.lifecycle.Decision.moved;
import static org.consilium.review.lifecycle.Decision.refused;
import static org.consilium.review.lifecycle.Refusal.ASKED_ALREADY;
import static org.consilium.review.lifecycle.Refusal.NOT_ALLOWED_IN_THIS_STATE;
import static org.consilium.review.lifecycle.Refusal.NOT_THE_ASSIGNED_REVIEWER;
import static org.consilium.review.lifecycle.Refusal.NOT_THE_CURRENT_OFFER;
import static org.consilium.review.lifecycle.Refusal.NOT_THE_REVIEWER_ASKED;
import static org.consilium.review.lifecycle.Refusal.NOT_YOUR_OWN_REVIEW;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.contracts.ReviewEvent;
import org.consilium.contracts.ReviewEvent.AssignmentEnded;
import org.consilium.contracts.ReviewEvent.Closing;
import org.consilium.contracts.ReviewEvent.FirstTeamUnknown;
import org.consilium.contracts.ReviewEvent.InformationRequestClosed;
import org.consilium.contracts.ReviewEvent.OfferAccepted;
import org.consilium.contracts.ReviewEvent.OfferDeclined;
import org.consilium.contracts.ReviewEvent.OfferExpired;
import org.consilium.contracts.ReviewEvent.OfferLapsed;
import org.consilium.contracts.ReviewEvent.ReviewOffered;
import org.consilium.contracts.ReviewEvent.ReviewerNotFound;
import org.consilium.review.lifecycle.Review.AwaitingAnswer;
import org.consilium.review.lifecycle.Review.AwaitingAssignment;
import org.consilium.review.lifecycle.Review.IndependentReading;
import org.consilium.review.lifecycle.Review.Offer;
import org.consilium.review.lifecycle.Review.Offered;
import org.consilium.review.lifecycle.Review.Searching;
import org.consilium.review.lifecycle.Review.Withdrawn;
import org.consilium.review.lifecycle.Review.Writing;
import org.consilium.review.lifecycle.Review.Written;
import org.consilium.review.lifecycle.ReviewCommand.AcceptOffer;
import org.consilium.review.lifecycle.ReviewCommand.AssignAnew;
import org.consilium.review.lifecycle.ReviewCommand.DeclineOffer;
import org.consilium.review.lifecycle.ReviewCommand.ExpireOffer;
import org.consilium.review.lifecycle.ReviewCommand.GiveCaseBack;
import org.consilium.review.lifecycle.ReviewCommand.KeepOffersOf;
import org.consilium.review.lifecycle.ReviewCommand.OfferReview;
import org.consilium.review.lifecycle.ReviewCommand.ReportNobodyFound;

/** The lifecycle's rules until somebody has accepted, and when whoever did does not go on. */
final class OfferRules {

    private OfferRules() {}

    static Decision offer(Review review, OfferReview c) {
        return switch (review) {
            case AwaitingAssignment(var id, var asked, _) -> offered(id, asked, List.of(), c);
            case Offered(var id, var asked, var offers) -> offered(id, asked, offers, c);
            case Writing _, Written _, Withdrawn _ -> refused(NOT_ALLOWED_IN_THIS_STATE);
        };
    }

    private static Decision offered(UUID id, Set<UUID> asked, List<Offer> open, OfferReview c) {
        var all = Stream.concat(open.stream(), c.offers().stream()).toList();
        if (all.stream().map(Offer::reviewer).distinct().count() < all.size()) {
            return refused(ASKED_ALREADY);
        }
        return moved(
                new Offered(id, asked, all),
                c.offers().stream()
                        .map(o -> new ReviewOffered(id, o.offerId(), o.reviewer(), o.expiresAt()))
                        .toList());
    }

    /** Once more is no news while a proposal waits, and who waits for it is recalled still. */
    static Decision reportNobody(Review review, ReportNobodyFound c) {
        return switch (review) {
            case AwaitingAssignment waiting when waiting.proposed() != null -> moved(waiting);
            case AwaitingAssignment waiting ->
                    moved(waiting, new ReviewerNotFound(waiting.caseId(), c.considered()));
            case Offered _, Writing _, Written _, Withdrawn _ -> refused(NOT_ALLOWED_IN_THIS_STATE);
        };
    }

    /** Also of a team that triage names later, when it is set right. */
    static Decision reportFirstTeamUnknown(Review review) {
        return switch (review) {
            case Searching _, Writing _, Written _ ->
                    moved(review, new FirstTeamUnknown(review.caseId()));
            case Withdrawn _ -> refused(NOT_ALLOWED_IN_THIS_STATE);
        };
    }

    /**
     * Nothing is held against those who do not fit any more: they may be asked again. A proposal to
     * set a rule aside was made for what triage had found before, and goes.
     */
    static Decision keepOffersOf(Review review, KeepOffersOf c) {
        return switch (review) {
            case AwaitingAssignment(var id, var asked, _) ->
                    moved(AwaitingAssignment.of(id, asked));
            case Offered(var id, var asked, var offers) -> {
                var kept = offers.stream().filter(o -> c.fitting().contains(o.reviewer())).toList();
                var gone = offers.stream().filter(o -> !kept.contains(o));
                yield moved(
                        kept.isEmpty()
                                ? AwaitingAssignment.of(id, asked)
                                : new Offered(id, asked, kept),
                        gone.map(o -> lapsed(id, o)).toList());
            }
            case Writing _, Written _, Withdrawn _ -> refused(NOT_ALLOWED_IN_THIS_STATE);
        };
    }

    private static ReviewEvent lapsed(UUID caseId, Offer offer) {
        return new OfferLapsed(caseId, offer.offerId(), offer.reviewer());
    }

    static Decision accept(Review review, AcceptOffer c) {
        return switch (review) {
            case Offered offered ->
                    heldBy(c.reviewer(), offered)
                            .map(held -> accept(offered, held, c))
                            .orElse(refused(NOT_THE_REVIEWER_ASKED));
            case AwaitingAssignment _, Writing _, Written _, Withdrawn _ ->
                    refused(NOT_ALLOWED_IN_THIS_STATE);
        };
    }

    /** The first to accept has the case; the offers to the others end with that. */
    private static Decision accept(Offered offered, Offer held, AcceptOffer c) {
        if (!held.offerId().equals(c.offerId())) {
            return refused(NOT_THE_CURRENT_OFFER);
        }
        var id = offered.caseId();
        var told = new ArrayList<ReviewEvent>();
        told.add(new OfferAccepted(id, c.offerId(), c.reviewer(), c.opinionDue()));
        offered.offers().stream()
                .filter(offer -> !offer.equals(held))
                .forEach(o -> told.add(lapsed(id, o)));
        return moved(new IndependentReading(id, c.reviewer(), c.opinionDue()), told);
    }

    static Decision decline(Review review, DeclineOffer c) {
        return switch (review) {
            case Offered offered ->
                    heldBy(c.reviewer(), offered)
                            .map(held -> decline(offered, held, c))
                            .orElse(refused(NOT_THE_REVIEWER_ASKED));
            case AwaitingAssignment _, Writing _, Written _, Withdrawn _ ->
                    refused(NOT_ALLOWED_IN_THIS_STATE);
        };
    }

    private static Decision decline(Offered offered, Offer held, DeclineOffer c) {
        return held.offerId().equals(c.offerId())
                ? moved(
                        without(held, offered),
                        new OfferDeclined(offered.caseId(), c.offerId(), c.reviewer(), c.reason()))
                : refused(NOT_THE_CURRENT_OFFER);
    }

    static Decision expire(Review review, ExpireOffer c) {
        return switch (review) {
            case Offered offered ->
                    offered.offers().stream()
                            .filter(offer -> offer.offerId().equals(c.offerId()))
                            .findFirst()
                            .map(held -> expired(offered, held))
                            .orElse(refused(NOT_THE_CURRENT_OFFER));
            case AwaitingAssignment _, Writing _, Written _, Withdrawn _ ->
                    refused(NOT_ALLOWED_IN_THIS_STATE);
        };
    }

    private static Decision expired(Offered offered, Offer held) {
        return moved(
                without(held, offered),
                new OfferExpired(offered.caseId(), held.offerId(), held.reviewer()));
    }

    static Decision giveCaseBack(Review review, GiveCaseBack c) {
        return switch (review) {
            case Writing writing when writing.reviewer().equals(c.reviewer()) ->
                    ended(writing, c.reviewer(), c.reason(), c.asked());
            case Writing _ -> refused(NOT_THE_ASSIGNED_REVIEWER);
            case Searching _, Written _, Withdrawn _ -> refused(NOT_ALLOWED_IN_THIS_STATE);
        };
    }

    static Decision assignAnew(Review review, AssignAnew c) {
        return switch (review) {
            case Writing writing when writing.reviewer().equals(c.clinicalLead()) ->
                    refused(NOT_YOUR_OWN_REVIEW);
            case Writing writing -> ended(writing, c.clinicalLead(), c.reason(), c.asked());
            case Searching _, Written _, Withdrawn _ -> refused(NOT_ALLOWED_IN_THIS_STATE);
        };
    }

    private static Decision ended(Writing review, UUID endedBy, String reason, Set<UUID> asked) {
        var all =
                Stream.concat(asked.stream(), Stream.of(review.reviewer()))
                        .collect(Collectors.toUnmodifiableSet());
        var told = new ArrayList<ReviewEvent>();
        if (review instanceof AwaitingAnswer waiting) {
            waiting.openQuestions().keySet().stream()
                    .sorted()
                    .map(q -> new InformationRequestClosed(review.caseId(), q, Closing.WITHDRAWN))
                    .forEach(told::add);
        }
        told.add(new AssignmentEnded(review.caseId(), review.reviewer(), endedBy, reason));
        return moved(AwaitingAssignment.of(review.caseId(), all), told);
    }

    private static Optional<Offer> heldBy(UUID reviewer, Offered offered) {
        return offered.offers().stream()
                .filter(offer -> offer.reviewer().equals(reviewer))
                .findFirst();
    }

    private static Review without(Offer gone, Offered offered) {
        var asked =
                Stream.concat(offered.asked().stream(), Stream.of(gone.reviewer()))
                        .collect(Collectors.toUnmodifiableSet());
        var left = offered.offers().stream().filter(offer -> !offer.equals(gone)).toList();
        return left.isEmpty()
                ? AwaitingAssignment.of(offered.caseId(), asked)
                : new Offered(offered.caseId(), asked, left);
    }
}
