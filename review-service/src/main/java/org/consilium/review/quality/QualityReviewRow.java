package org.consilium.review.quality;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "quality_review")
class QualityReviewRow {

    @Id UUID id;

    @Column(name = "case_id")
    UUID caseId;

    @Column(name = "opinion_id")
    UUID opinionId;

    @Column(name = "checked_by")
    UUID checkedBy;

    String outcome;
    String findings;
    String significance;

    @Column(name = "checked_at")
    Instant checkedAt;
}
