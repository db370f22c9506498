package org.consilium.documents.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What the uploader said of a document before its first byte; it never changes, but for a date that
 * was not known.
 *
 * @param kind LOINC code
 * @param clinicalDate when the record was made, as it says on the paper; null when nobody knows
 * @param language BCP 47; null when not said
 * @param firstOpinion holds the first team's opinion: masked from a reviewer until the own reading
 *     is committed
 * @param fileName as the uploader's device called it, made safe; never leaves this service in an
 *     event
 * @param bytes how many there will be
 */
public record Particulars(
        UUID documentId,
        UUID caseId,
        String kind,
        LocalDate clinicalDate,
        String language,
        boolean firstOpinion,
        String fileName,
        UUID uploadedBy,
        long bytes,
        Instant reservedAt) {

    Particulars dated(LocalDate date) {
        return new Particulars(
                documentId,
                caseId,
                kind,
                date,
                language,
                firstOpinion,
                fileName,
                uploadedBy,
                bytes,
                reservedAt);
    }
}
