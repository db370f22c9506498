package org.consilium.review.followup;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "follow_up")
class FollowUpRow {

    @Id UUID id;

    @Column(name = "case_id")
    UUID caseId;

    @Column(name = "asked_by")
    UUID askedBy;

    String text;

    @Column(name = "asked_at")
    Instant askedAt;
}
