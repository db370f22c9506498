package org.consilium.review.desk;

import org.consilium.kit.web.Problem;
import org.consilium.kit.words.Code;
import org.consilium.review.lifecycle.Decision;
import org.consilium.review.lifecycle.Refusal;

/** Every refusal as HTTP tells it, once. */
public final class Refusals {

    private Refusals() {}

    /** Fails as the problem that a refusal is at the edge. */
    public static void requireMoved(Decision decision) {
        if (decision instanceof Decision.Refused(var reason)) {
            throw problem(reason);
        }
    }

    public static Problem problem(Refusal refusal) {
        return switch (refusal) {
            case NO_REVIEW, NOT_THE_REVIEWER_ASKED, NOT_THE_ASSIGNED_REVIEWER -> Problem.notFound();
            case NOT_YOURS_TO_ANSWER,
                    NOT_YOUR_OWN_REVIEW,
                    SECOND_PAIR_OF_EYES,
                    NOT_FOR_YOURSELF,
                    AUTHOR_CANNOT_CHECK,
                    AUTHOR_CANNOT_RELEASE,
                    NOT_A_THIRD_PERSON,
                    LEADS_READ_EVERYTHING ->
                    refused(403, refusal);
            case NOT_ALLOWED_IN_THIS_STATE,
                    NOT_THE_CURRENT_OFFER,
                    ASKED_ALREADY,
                    OFFER_LAPSED,
                    OVERRIDE_WAITS,
                    NO_SUCH_OVERRIDE_WAITING,
                    OWN_READING_NOT_COMMITTED,
                    QUESTION_STILL_OPEN,
                    NO_SUCH_OPEN_QUESTION,
                    NOT_THE_OPINION_IN_REVIEW,
                    AMENDMENT_UNDER_WAY,
                    NO_AMENDMENT_BEING_WRITTEN,
                    SECOND_READING_WAITS,
                    SECOND_READING_NOT_COMPARED,
                    SECOND_READING_DIFFERS,
                    FOLLOW_UP_WINDOW_CLOSED,
                    FOLLOW_UPS_USED_UP,
                    NO_SUCH_OPEN_FOLLOW_UP ->
                    refused(409, refusal);
        };
    }

    private static Problem refused(int status, Refusal refusal) {
        return new Problem(status, Code.of(refusal), refusal.words());
    }
}
