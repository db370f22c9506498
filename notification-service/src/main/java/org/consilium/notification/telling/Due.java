package org.consilium.notification.telling;

/** What a date in a message means. */
public enum Due {
    ANSWER_BY,
    EXPECTED_BY,
    QUESTIONS_UNTIL
}
