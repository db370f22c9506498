package org.consilium.intake.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Set;
import java.util.UUID;
import org.consilium.contracts.IntakeEvent.Urgency;
import org.consilium.contracts.Relation;
import org.consilium.intake.cases.Case;

/** What a reviewer who was asked may know before they accept. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OfferView(
        UUID caseId,
        Set<Relation> relations,
        String specialty,
        String clinicalArea,
        Urgency urgency,
        String language,
        int questions) {

    static OfferView of(Case seen, Set<Relation> relations) {
        var triage = CaseFacts.of(seen.state()).triage();
        return new OfferView(
                seen.id(),
                relations,
                triage == null ? null : triage.specialty(),
                seen.content().clinicalArea(),
                triage == null ? null : triage.urgency(),
                seen.language(),
                seen.content().questions().size());
    }
}
