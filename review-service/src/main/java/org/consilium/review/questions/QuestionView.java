package org.consilium.review.questions;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.consilium.contracts.ReviewEvent.Addressee;
import org.consilium.contracts.ReviewEvent.Closing;

/**
 * A question put by the reviewer, and its answer once there is one.
 *
 * @param relayedBy the coordinator who passed on what the first team said; {@code answeredBy} is
 *     null then
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
        UUID relayedBy,
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
                row.relayed ? null : row.answeredBy,
                row.relayed ? row.answeredBy : null,
                row.answeredAt,
                row.closing);
    }
}
