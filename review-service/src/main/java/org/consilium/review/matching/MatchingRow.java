package org.consilium.review.matching;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "matching")
class MatchingRow {

    @Id UUID id;

    @Column(name = "case_id")
    UUID caseId;

    @Column(name = "made_at")
    Instant madeAt;

    String snapshot;
    String result;
}
