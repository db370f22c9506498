package org.consilium.intake.cases;

import java.time.Instant;
import java.util.UUID;
import org.consilium.contracts.Relation;
import org.consilium.intake.programme.Programme;

/**
 * The one command that no case exists for yet.
 *
 * @param content what is known already, from an earlier case
 * @param followsOn the earlier case; null where there is none
 */
public record OpenCase(
        UUID caseId,
        String reference,
        Programme programme,
        String service,
        String language,
        UUID requester,
        Relation relation,
        Case.Patient patient,
        Instant at,
        Content content,
        UUID followsOn) {

    /** Of a case that stands by itself. */
    public OpenCase(
            UUID caseId,
            String reference,
            Programme programme,
            String service,
            String language,
            UUID requester,
            Relation relation,
            Case.Patient patient,
            Instant at) {
        this(
                caseId,
                reference,
                programme,
                service,
                language,
                requester,
                relation,
                patient,
                at,
                Content.EMPTY,
                null);
    }
}
