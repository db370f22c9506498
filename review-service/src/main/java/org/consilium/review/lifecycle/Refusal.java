package org.consilium.review.lifecycle;

/** Why a command is refused. Names are stable: clients and translations go by them. */
public enum Refusal {
    /** Told by the desk: the case is not ready, or there is no such case. */
    NO_REVIEW,
    NOT_ALLOWED_IN_THIS_STATE,
    NOT_THE_REVIEWER_ASKED,
    NOT_THE_CURRENT_OFFER,
    ASKED_ALREADY,
    /** Told at the edge: somebody asked at the same time was faster. */
    OFFER_LAPSED,
    NOT_THE_ASSIGNED_REVIEWER,
    OWN_READING_NOT_COMMITTED,
    QUESTION_STILL_OPEN,
    NO_SUCH_OPEN_QUESTION,
    NOT_YOURS_TO_ANSWER,
    AUTHOR_CANNOT_RELEASE,
    FOLLOW_UP_WINDOW_CLOSED,
    FOLLOW_UPS_USED_UP,
    NO_SUCH_OPEN_FOLLOW_UP
}
