package org.consilium.notification.telling;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.consilium.kit.words.Code;

/**
 * What a person is told. Its words stand in {@code messages/words_*.properties}, one set per
 * language.
 */
public enum Kind {
    WELCOME(Weight.OPTIONAL, Turn.YOURS),
    CONSENT_RECORDED(Weight.MANDATORY, Turn.NOBODY),
    CONSENT_REVOKED(Weight.MANDATORY, Turn.NOBODY),
    ACCESS_ENDED(Weight.MANDATORY, Turn.NOBODY),
    NOBODY_LEFT(Weight.MANDATORY, Turn.YOURS),
    GLASS_BROKEN(Weight.MANDATORY, Turn.NOBODY),
    GLASS_BREAK_TO_REVIEW(Weight.MANDATORY, Turn.YOURS, Due.ANSWER_BY),
    GLASS_BREAK_NOT_JUSTIFIED(Weight.MANDATORY, Turn.NOBODY),
    GLASS_BREAK_LOOKED_AT(Weight.MANDATORY, Turn.NOBODY),
    GLASS_BREAK_REVIEWED(Weight.MANDATORY, Turn.NOBODY),
    GLASS_BREAK_OVERDUE(Weight.MANDATORY, Turn.YOURS, Due.ANSWER_BY),
    SUBMITTED(Weight.OPTIONAL, Turn.COORDINATOR),
    NEW_CASE(Weight.OPTIONAL, Turn.YOURS),
    PRICE_QUOTED(Weight.MANDATORY, Turn.YOURS),
    PRICE_AGREED(Weight.OPTIONAL, Turn.YOURS),
    PRICE_REMINDER(Weight.OPTIONAL, Turn.YOURS),
    TRIAGED(Weight.OPTIONAL, Turn.COORDINATOR),
    RECORDS_MISSING(Weight.MANDATORY, Turn.YOURS),
    DOCUMENT_REJECTED(Weight.MANDATORY, Turn.YOURS),
    PAGE_REJECTED(Weight.MANDATORY, Turn.YOURS),
    COPY_FAILED(Weight.MANDATORY, Turn.YOURS),
    BETTER_COPY_NEEDED(Weight.MANDATORY, Turn.NOBODY),
    TRANSLATION_ASKED(Weight.MANDATORY, Turn.YOURS, Due.ANSWER_BY),
    TRANSLATION_ADDED(Weight.OPTIONAL, Turn.YOURS),
    TRANSLATION_RETRACTED(Weight.MANDATORY, Turn.YOURS),
    YOUR_TRANSLATION_RETRACTED(Weight.MANDATORY, Turn.COORDINATOR),
    TRANSLATION_NOT_TO_RELY_ON(Weight.MANDATORY, Turn.YOURS),
    READY(Weight.OPTIONAL, Turn.COORDINATOR),
    DECLINED(Weight.MANDATORY, Turn.NOBODY),
    REDIRECTED(Weight.URGENT, Turn.YOURS),
    REVIEW_OFFERED(Weight.MANDATORY, Turn.YOURS, Due.ANSWER_BY),
    REVIEW_BEGAN(Weight.OPTIONAL, Turn.REVIEWER, Due.EXPECTED_BY),
    OFFER_DECLINED(Weight.OPTIONAL, Turn.NOBODY),
    OFFER_EXPIRED(Weight.OPTIONAL, Turn.NOBODY),
    OFFER_LAPSED(Weight.OPTIONAL, Turn.NOBODY),
    REVIEWER_NOT_FOUND(Weight.MANDATORY, Turn.YOURS),
    FIRST_TEAM_UNKNOWN(Weight.MANDATORY, Turn.YOURS),
    ASSIGNMENT_QUESTIONED(Weight.MANDATORY, Turn.YOURS),
    YOUR_CASE_SET_RIGHT(Weight.MANDATORY, Turn.NOBODY),
    ASSIGNMENT_CONFIRMED(Weight.MANDATORY, Turn.YOURS),
    OVERRIDE_PROPOSED(Weight.MANDATORY, Turn.YOURS),
    OVERRIDE_STILL_WAITS(Weight.MANDATORY, Turn.YOURS),
    OVERRIDE_AGREED(Weight.OPTIONAL, Turn.REVIEWER),
    OVERRIDE_DECLINED(Weight.MANDATORY, Turn.YOURS),
    SECOND_READING_ASKED(Weight.MANDATORY, Turn.YOURS, Due.ANSWER_BY),
    SECOND_READING_ENDED(Weight.MANDATORY, Turn.NOBODY),
    SECOND_READING_THERE(Weight.MANDATORY, Turn.YOURS),
    ADJUDICATION_REQUESTED(Weight.MANDATORY, Turn.YOURS),
    INFORMATION_REQUESTED(Weight.MANDATORY, Turn.YOURS, Due.ANSWER_BY),
    FIRST_TEAM_ASKED(Weight.MANDATORY, Turn.YOURS, Due.ANSWER_BY),
    HOSPITAL_ASKED(Weight.OPTIONAL, Turn.COORDINATOR, Due.ANSWER_BY),
    INFORMATION_GIVEN(Weight.MANDATORY, Turn.YOURS),
    QUESTION_UNANSWERED(Weight.MANDATORY, Turn.YOURS),
    QUESTION_WITHDRAWN(Weight.OPTIONAL, Turn.REVIEWER),
    QUALITY_REVIEW_REQUESTED(Weight.MANDATORY, Turn.YOURS),
    OPINION_RETURNED(Weight.MANDATORY, Turn.YOURS),
    OPINION_SIGNED(Weight.MANDATORY, Turn.YOURS),
    OPINION_RELEASED(Weight.MANDATORY, Turn.YOURS, Due.QUESTIONS_UNTIL),
    OPINION_AMENDED(Weight.MANDATORY, Turn.YOURS, Due.QUESTIONS_UNTIL),
    AMENDMENT_ENDED(Weight.MANDATORY, Turn.YOURS),
    YOUR_AMENDMENT_ENDED(Weight.MANDATORY, Turn.NOBODY),
    FOLLOW_UP_ASKED(Weight.MANDATORY, Turn.YOURS),
    FOLLOW_UP_ANSWERED(Weight.MANDATORY, Turn.NOBODY),
    OUTCOME_ASKED(Weight.OPTIONAL, Turn.YOURS, Due.ANSWER_BY),
    WITHDRAWN(Weight.MANDATORY, Turn.NOBODY),
    CLOSED_QUIETLY(Weight.MANDATORY, Turn.NOBODY),
    NOTED_QUIETLY(Weight.MANDATORY, Turn.NOBODY),
    CASE_WITHDRAWN(Weight.OPTIONAL, Turn.NOBODY),
    REVIEW_WITHDRAWN(Weight.OPTIONAL, Turn.NOBODY),
    URGENT_MESSAGE(Weight.URGENT, Turn.YOURS, Due.ANSWER_BY),
    URGENT_MESSAGE_SEEN(Weight.MANDATORY, Turn.NOBODY),
    URGENT_MESSAGE_OVERDUE(Weight.URGENT, Turn.YOURS),
    REVIEWER_CHANGES(Weight.MANDATORY, Turn.COORDINATOR),
    ASSIGNMENT_ENDED(Weight.MANDATORY, Turn.NOBODY),
    YOUR_REVIEW_ENDED(Weight.MANDATORY, Turn.NOBODY),
    REVIEW_ENDED(Weight.MANDATORY, Turn.COORDINATOR),
    REVIEW_ENDED_BY_STAFF(Weight.MANDATORY, Turn.YOURS),
    EXPIRED(Weight.MANDATORY, Turn.NOBODY),
    CLOSED(Weight.OPTIONAL, Turn.NOBODY),
    ANSWER_REMINDER(Weight.OPTIONAL, Turn.YOURS, Due.ANSWER_BY),
    ANSWER_NEARLY_DUE(Weight.MANDATORY, Turn.YOURS, Due.ANSWER_BY),
    RECORDS_REMINDER(Weight.OPTIONAL, Turn.YOURS),
    RECORDS_STILL_MISSING(Weight.MANDATORY, Turn.YOURS),
    OFFER_REMINDER(Weight.OPTIONAL, Turn.YOURS, Due.ANSWER_BY),
    OPINION_DUE_SOON(Weight.MANDATORY, Turn.YOURS, Due.EXPECTED_BY),
    OPINION_OVERDUE(Weight.MANDATORY, Turn.YOURS, Due.EXPECTED_BY),
    RELEASE_OVERDUE(Weight.MANDATORY, Turn.YOURS),
    AMENDMENT_REMINDER(Weight.MANDATORY, Turn.YOURS),
    AMENDMENT_STILL_OPEN(Weight.MANDATORY, Turn.YOURS),
    FOLLOW_UP_REMINDER(Weight.OPTIONAL, Turn.YOURS),
    WEBHOOK_DISABLED(Weight.MANDATORY, Turn.YOURS);

    private final Weight weight;
    private final Turn turn;
    private final Due due;

    Kind(Weight weight, Turn turn) {
        this(weight, turn, null);
    }

    Kind(Weight weight, Turn turn, Due due) {
        this.weight = weight;
        this.turn = turn;
        this.due = due;
    }

    /** Whether it may be switched off, and whether it may wait. */
    public Weight weight() {
        return weight;
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
        return Code.of(this);
    }

    /**
     * Those this version has words for; after a step back, rows of others wait for the next one.
     */
    public static List<String> codes() {
        return Arrays.stream(values()).map(Kind::code).toList();
    }

    /** What somebody is told of their own leaving; nothing else reaches whoever has left. */
    public static List<String> codesToldWhoLeaves() {
        return Stream.of(CONSENT_REVOKED, ACCESS_ENDED).map(Kind::code).toList();
    }

    public static Kind ofCode(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("no kind " + code));
    }

    public static Optional<Kind> find(String code) {
        return Code.find(Kind.class, code);
    }
}
