package org.consilium.review.questions;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.consilium.contracts.ReviewEvent.Addressee;
import org.consilium.contracts.ReviewEvent.Closing;

/**
 * A question put by the reviewer, and its answer once there is one.
 *
 * @param closing why there will be none; null while it is open, and when it was answered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record QuestionView(
        UUID questionId,
        Addressee addressee,
        String text,
        Instant askedAt,
        Instant answerDue,
        String answer,
        UUID answeredBy,
        Instant answeredAt,
        Closing closing) {

    static QuestionView of(QuestionRow row) {
        return new QuestionView(
                row.id,
                row.addressee,
                row.text,
                row.askedAt,
                row.answerDue,
                row.answer,
                row.answeredBy,
                row.answeredAt,
                row.closing);
    }
}
