package org.consilium.review.lifecycle;

import java.util.Locale;
import org.consilium.kit.web.Problem;

/** Every refusal as HTTP tells it, once. */
final class Refusals {

    private Refusals() {}

    static Problem problem(Refusal refusal) {
        return switch (refusal) {
            case NO_REVIEW, NOT_THE_REVIEWER_ASKED, NOT_THE_ASSIGNED_REVIEWER -> Problem.notFound();
            case NOT_ALLOWED_IN_THIS_STATE ->
                    refused(409, refusal, "The review is not at the point where this can be done.");
            case NOT_THE_CURRENT_OFFER ->
                    refused(409, refusal, "This offer does not stand any more.");
            case OFFER_LAPSED ->
                    refused(
                            409,
                            refusal,
                            "Somebody else accepted a moment before you. Nothing is held against you: thank you for being ready.");
            case ASKED_ALREADY -> refused(409, refusal, "This reviewer is being asked already.");
            case OWN_READING_NOT_COMMITTED ->
                    refused(409, refusal, "Write down your own reading first.");
            case QUESTION_STILL_OPEN ->
                    refused(409, refusal, "A question of yours has not been answered yet.");
            case NO_SUCH_OPEN_QUESTION ->
                    refused(409, refusal, "No such question is waiting for an answer.");
            case NOT_YOURS_TO_ANSWER ->
                    refused(403, refusal, "This question was put to somebody else.");
            case AUTHOR_CANNOT_RELEASE ->
                    refused(
                            403,
                            refusal,
                            "An opinion is released by somebody who did not write it.");
            case FOLLOW_UP_WINDOW_CLOSED ->
                    refused(409, refusal, "The time for follow-up questions is over.");
            case FOLLOW_UPS_USED_UP ->
                    refused(409, refusal, "All follow-up questions have been asked.");
            case NO_SUCH_OPEN_FOLLOW_UP ->
                    refused(409, refusal, "No such follow-up question is waiting for an answer.");
        };
    }

    private static Problem refused(int status, Refusal refusal, String words) {
        return new Problem(
                status, refusal.name().toLowerCase(Locale.ROOT).replace('_', '-'), words);
    }
}
