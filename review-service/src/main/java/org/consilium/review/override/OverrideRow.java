package org.consilium.review.override;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.consilium.review.lifecycle.ReviewCommand.AgreeToOverride;

@Entity
@Table(name = "assignment_override")
class OverrideRow {

    @Id UUID id;

    @Column(name = "case_id")
    UUID caseId;

    UUID reviewer;
    String rules;

    @Column(name = "proposed_by")
    UUID proposedBy;

    String reason;
    String text;

    @Column(name = "proposed_at")
    Instant proposedAt;

    /** {@code agreed} or {@code declined}; null while it waits, and when it has lapsed. */
    String outcome;

    @Column(name = "decided_by")
    UUID decidedBy;

    String decision;

    @Column(name = "decided_at")
    Instant decidedAt;

    UUID offer;
    UUID matching;

    void agreed(AgreeToOverride agreement, UUID run, Instant now) {
        outcome = "agreed";
        decidedBy = agreement.clinicalLead();
        decidedAt = now;
        offer = agreement.offerId();
        matching = run;
    }

    void declined(UUID lead, String why, Instant now) {
        outcome = "declined";
        decidedBy = lead;
        decidedAt = now;
        decision = why;
    }
}
