package org.consilium.review.questions;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.consilium.contracts.ReviewEvent.Addressee;
import org.consilium.contracts.ReviewEvent.Closing;
import org.consilium.review.lifecycle.ReviewCommand.AskQuestion;

@Entity
@Table(name = "question")
class QuestionRow {

    @Id UUID id;

    @Column(name = "case_id")
    UUID caseId;

    @Enumerated(EnumType.STRING)
    Addressee addressee;

    String text;

    @Column(name = "asked_at")
    Instant askedAt;

    @Column(name = "answer_due")
    Instant answerDue;

    String answer;

    @Column(name = "answered_by")
    UUID answeredBy;

    /** The answer is the first team's, and {@code answeredBy} passed it on. */
    boolean relayed;

    @Column(name = "answered_at")
    Instant answeredAt;

    /** Null unless it was closed without an answer. */
    @Enumerated(EnumType.STRING)
    Closing closing;

    AskQuestion askedBy(UUID reviewer) {
        return new AskQuestion(reviewer, id, addressee, answerDue);
    }
}
