package org.consilium.intake.cases;

import java.time.Instant;
import java.util.UUID;
import org.consilium.contracts.Relation;
import org.consilium.intake.programme.Programme;

/** The one command that no case exists for yet. */
public record OpenCase(
        UUID caseId,
        String reference,
        Programme programme,
        String service,
        String language,
        UUID requester,
        Relation relation,
        Case.Patient patient,
        Instant at) {}
