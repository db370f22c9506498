package org.consilium.review.critical;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "critical_finding")
class CriticalFindingRow {

    @Id UUID id;

    @Column(name = "case_id")
    UUID caseId;

    @Column(name = "flagged_by")
    UUID flaggedBy;

    String text;

    @Column(name = "flagged_at")
    Instant flaggedAt;

    @Column(name = "acknowledge_by")
    Instant acknowledgeBy;

    @Column(name = "acknowledged_by")
    UUID acknowledgedBy;

    @Column(name = "acknowledged_at")
    Instant acknowledgedAt;

    /** Null of those that were acknowledged before it was asked. */
    @Column(name = "seen_to")
    String seenTo;
}
