package org.consilium.documents.checklist;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.consilium.contracts.ChecklistItem;
import org.consilium.contracts.DocumentsEvent.RecordsAssessed;
import org.consilium.contracts.IntakeEvent.CaseSubmitted;
import org.consilium.kit.events.EventJson;

/** A case as far as its records are concerned. */
@Entity
@Table(name = "shelf")
class ShelfRow {

    @Id
    @Column(name = "case_id")
    UUID caseId;

    @Column(name = "ended_at")
    Instant endedAt;

    @Column(name = "submitted_on")
    LocalDate submittedOn;

    String submission;
    String assessed;

    boolean hasChecklist() {
        return submission != null;
    }

    List<ChecklistItem> checklist() {
        return EventJson.read(submission, CaseSubmitted.class).checklist();
    }

    boolean differs(RecordsAssessed answer) {
        return assessed == null || !EventJson.read(assessed, RecordsAssessed.class).equals(answer);
    }
}
