package org.consilium.review.lifecycle;

import static org.consilium.review.lifecycle.Decision.moved;
import static org.consilium.review.lifecycle.Decision.refused;
import static org.consilium.review.lifecycle.Refusal.AUTHOR_CANNOT_CHECK;
import static org.consilium.review.lifecycle.Refusal.AUTHOR_CANNOT_RELEASE;
import static org.consilium.review.lifecycle.Refusal.NOT_ALLOWED_IN_THIS_STATE;
import static org.consilium.review.lifecycle.Refusal.NOT_THE_ASSIGNED_REVIEWER;
import static org.consilium.review.lifecycle.Refusal.NOT_THE_OPINION_IN_REVIEW;
import static org.consilium.review.lifecycle.Refusal.OWN_READING_NOT_COMMITTED;
import static org.consilium.review.lifecycle.Refusal.QUESTION_STILL_OPEN;

import java.util.UUID;
import java.util.function.Function;
import org.consilium.contracts.ReviewEvent.OpinionReleased;
import org.consilium.contracts.ReviewEvent.OpinionReturned;
import org.consilium.contracts.ReviewEvent.OpinionSigned;
import org.consilium.contracts.ReviewEvent.QualityReviewRequested;
import org.consilium.review.lifecycle.Review.AwaitingAnswer;
import org.consilium.review.lifecycle.Review.InQualityReview;
import org.consilium.review.lifecycle.Review.IndependentReading;
import org.consilium.review.lifecycle.Review.Released;
import org.consilium.review.lifecycle.Review.Searching;
import org.consilium.review.lifecycle.Review.Signed;
import org.consilium.review.lifecycle.Review.UnderReview;
import org.consilium.review.lifecycle.Review.Withdrawn;
import org.consilium.review.lifecycle.Review.Writing;
import org.consilium.review.lifecycle.ReviewCommand.PassOpinion;
import org.consilium.review.lifecycle.ReviewCommand.ReleaseOpinion;
import org.consilium.review.lifecycle.ReviewCommand.ReturnOpinion;
import org.consilium.review.lifecycle.ReviewCommand.SignOpinion;

/**
 * The lifecycle's rules from the author's signature to the release. The signature becomes final
 * when somebody else has passed the opinion; until then it may go back and be signed anew.
 */
final class SignatureRules {

    private static final int FIRST_VERSION = 1;

    private SignatureRules() {}

    static Decision sign(Review review, SignOpinion c) {
        return switch (review) {
            case UnderReview(var id, var reviewer, var due) when reviewer.equals(c.reviewer()) ->
                    moved(
                            new InQualityReview(id, reviewer, due, c.opinionId(), FIRST_VERSION),
                            new QualityReviewRequested(id, c.opinionId(), FIRST_VERSION, reviewer));
            case AwaitingAnswer waiting when waiting.reviewer().equals(c.reviewer()) ->
                    refused(QUESTION_STILL_OPEN);
            case UnderReview _, AwaitingAnswer _ -> refused(NOT_THE_ASSIGNED_REVIEWER);
            case IndependentReading _ -> refused(OWN_READING_NOT_COMMITTED);
            case Released released -> AmendmentRules.sign(released, c);
            case Searching _, InQualityReview _, Signed _, Withdrawn _ ->
                    refused(NOT_ALLOWED_IN_THIS_STATE);
        };
    }

    static Decision pass(Review review, PassOpinion c) {
        return decided(
                review,
                c.checker(),
                c.opinionId(),
                released -> AmendmentRules.pass(released, c),
                opinion ->
                        moved(
                                new Signed(
                                        opinion.caseId(),
                                        opinion.reviewer(),
                                        opinion.opinionId(),
                                        opinion.version()),
                                new OpinionSigned(
                                        opinion.caseId(),
                                        opinion.opinionId(),
                                        opinion.version(),
                                        opinion.reviewer(),
                                        c.letterSha256())));
    }

    static Decision giveBack(Review review, ReturnOpinion c) {
        return decided(
                review,
                c.checker(),
                c.opinionId(),
                released -> AmendmentRules.giveBack(released, c),
                opinion ->
                        moved(
                                new UnderReview(
                                        opinion.caseId(), opinion.reviewer(), opinion.opinionDue()),
                                new OpinionReturned(
                                        opinion.caseId(),
                                        opinion.opinionId(),
                                        opinion.version(),
                                        c.checker(),
                                        c.findings())));
    }

    private static Decision decided(
            Review review,
            UUID checker,
            UUID opinionId,
            Function<Released, Decision> ofAmendment,
            Function<InQualityReview, Decision> outcome) {
        return switch (review) {
            case InQualityReview opinion when opinion.reviewer().equals(checker) ->
                    refused(AUTHOR_CANNOT_CHECK);
            case InQualityReview opinion when !opinion.opinionId().equals(opinionId) ->
                    refused(NOT_THE_OPINION_IN_REVIEW);
            case InQualityReview opinion -> outcome.apply(opinion);
            case Released released -> ofAmendment.apply(released);
            case Searching _, Writing _, Signed _, Withdrawn _ ->
                    refused(NOT_ALLOWED_IN_THIS_STATE);
        };
    }

    static Decision release(Review review, ReleaseOpinion c) {
        return switch (review) {
            case Signed signed when signed.reviewer().equals(c.clinicalLead()) ->
                    refused(AUTHOR_CANNOT_RELEASE);
            case Signed signed ->
                    moved(
                            Released.first(signed, c.followUpUntil()),
                            new OpinionReleased(
                                    signed.caseId(),
                                    signed.opinionId(),
                                    signed.version(),
                                    c.clinicalLead(),
                                    c.followUpUntil()));
            case Released released -> AmendmentRules.release(released, c);
            case Searching _, Writing _, InQualityReview _, Withdrawn _ ->
                    refused(NOT_ALLOWED_IN_THIS_STATE);
        };
    }
}
