package org.consilium.review.opinion;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "opinion_draft")
class DraftRow {

    @Id
    @Column(name = "case_id")
    UUID caseId;

    int version;
    String content;
    String replaces;

    @Column(name = "written_at")
    Instant writtenAt;
}
