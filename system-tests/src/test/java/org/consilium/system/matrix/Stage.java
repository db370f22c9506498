package org.consilium.system.matrix;

/** How far a story is told: in its order, and where it can end on the way. */
enum Stage {
    DRAFT,
    SUBMITTED,
    IN_TRIAGE,
    DECLINED,
    REDIRECTED,
    AWAITING_RECORDS,
    OFFERED,
    ACCEPTED,
    READING_COMMITTED,
    QUESTION_ASKED,
    QUESTION_ANSWERED,
    WITHDRAWN,
    OPINION_WRITTEN,
    SIGNED,
    CHECKED,
    RELEASED,
    FOLLOW_UP_ASKED,
    FOLLOW_UP_ANSWERED,
    AMENDING,
    AMENDED,
    CLOSED;

    boolean isAfter(Stage other) {
        return compareTo(other) > 0;
    }
}
