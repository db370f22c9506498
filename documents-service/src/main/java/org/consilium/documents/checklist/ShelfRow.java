package org.consilium.documents.checklist;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private List<ChecklistItem> checklist() {
        return EventJson.read(submission, CaseSubmitted.class).checklist();
    }

    Standing standing(Set<String> filled) {
        if (!hasChecklist()) {
            return new Standing(endedAt != null, "", Map.of(), Set.of());
        }
        var kinds = new LinkedHashMap<String, List<String>>();
        checklist().forEach(item -> kinds.put(item.code(), item.kinds()));
        var reference = EventJson.read(submission, CaseSubmitted.class).reference();
        return new Standing(endedAt != null, reference, kinds, filled);
    }

    Assessment assess(List<ShelvedDocument> documents, Map<String, Waiver> waived) {
        return Assessment.of(checklist(), submittedOn, documents, waived);
    }

    boolean differs(RecordsAssessed answer) {
        return assessed == null || !EventJson.read(assessed, RecordsAssessed.class).equals(answer);
    }
}
