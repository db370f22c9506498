package org.consilium.review.reading;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.consilium.review.reading.CommittedReading.Confidence;

@Entity
@Table(name = "reading")
class ReadingRow {

    @Id UUID id;

    @Column(name = "case_id")
    UUID caseId;

    UUID reviewer;
    String diagnosis;
    String plan;

    @Enumerated(EnumType.STRING)
    Confidence confidence;

    String axes;

    /** By somebody who reads the case beside its reviewer. */
    boolean second;

    @Column(name = "committed_at")
    Instant committedAt;
}
