package org.consilium.review.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.consilium.contracts.IntakeEvent.CaseSubmitted;
import org.consilium.contracts.IntakeEvent.CaseTriaged;
import org.consilium.kit.events.EventJson;

@Entity
@Table(name = "case_facts")
class CaseFactsRow {

    @Id
    @Column(name = "case_id")
    UUID caseId;

    String submitted;
    String triaged;
    boolean ready;
    boolean ended;

    CaseFacts toFacts() {
        return new CaseFacts(
                caseId,
                submitted == null ? null : EventJson.read(submitted, CaseSubmitted.class),
                triaged == null ? null : EventJson.read(triaged, CaseTriaged.class),
                ready,
                ended);
    }
}
