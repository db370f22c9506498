package org.consilium.review.amendment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Ended by the desk, with the fact that ends it. */
@Entity
@Table(name = "amendment")
class AmendmentRow {

    @Id UUID id;

    @Column(name = "case_id")
    UUID caseId;

    /** That it becomes with its release. */
    int version;

    UUID reviewer;
    String reason;
    String text;

    @Column(name = "begun_at")
    Instant begunAt;

    /** Null while it is under way. */
    String outcome;

    @Column(name = "ended_at")
    Instant endedAt;

    @Column(name = "ended_by")
    UUID endedBy;

    @Column(name = "left_words")
    String leftWords;
}
