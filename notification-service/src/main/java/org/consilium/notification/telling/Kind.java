package org.consilium.notification.telling;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a person is told. Its words stand in {@code messages/words_*.properties}, one set per
 * language.
 */
public enum Kind {
    WELCOME(Turn.YOURS),
    CONSENT_RECORDED(Turn.NOBODY),
    CONSENT_REVOKED(Turn.NOBODY),
    ACCESS_ENDED(Turn.NOBODY),
    SUBMITTED(Turn.COORDINATOR),
    NEW_CASE(Turn.YOURS),
    TRIAGED(Turn.COORDINATOR),
    RECORDS_MISSING(Turn.YOURS),
    DOCUMENT_REJECTED(Turn.YOURS),
    READY(Turn.COORDINATOR),
    DECLINED(Turn.NOBODY),
    REDIRECTED(Turn.YOURS),
    REVIEW_OFFERED(Turn.YOURS, Due.ANSWER_BY),
    REVIEW_BEGAN(Turn.REVIEWER, Due.EXPECTED_BY),
    OFFER_DECLINED(Turn.NOBODY),
    OFFER_EXPIRED(Turn.NOBODY),
    OFFER_LAPSED(Turn.NOBODY),
    REVIEWER_NOT_FOUND(Turn.YOURS),
    INFORMATION_REQUESTED(Turn.YOURS, Due.ANSWER_BY),
    FIRST_TEAM_ASKED(Turn.YOURS, Due.ANSWER_BY),
    INFORMATION_GIVEN(Turn.YOURS),
    OPINION_SIGNED(Turn.YOURS),
    OPINION_RELEASED(Turn.YOURS, Due.QUESTIONS_UNTIL),
    FOLLOW_UP_ASKED(Turn.YOURS),
    FOLLOW_UP_ANSWERED(Turn.NOBODY),
    WITHDRAWN(Turn.NOBODY),
    CASE_WITHDRAWN(Turn.NOBODY),
    REVIEW_WITHDRAWN(Turn.NOBODY),
    EXPIRED(Turn.NOBODY),
    CLOSED(Turn.NOBODY);

    private final Turn turn;
    private final Due due;

    Kind(Turn turn) {
        this(turn, null);
    }

    Kind(Turn turn, Due due) {
        this.turn = turn;
        this.due = due;
    }

    /** Whose turn it is once this has happened, as seen by whoever is told. */
    public Turn turn() {
        return turn;
    }

    /** What the date means that is told along; empty for a kind without one. */
    public Optional<Due> due() {
        return Optional.ofNullable(due);
    }

    /** The name on the wire, in tables and in Message-IDs, such as {@code offer-declined}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Kind ofCode(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind " + code));
    }
}
