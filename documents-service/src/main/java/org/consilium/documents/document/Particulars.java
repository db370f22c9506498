package org.consilium.documents.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.consilium.documents.paper.Form;

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
 * @param bytes how many there will be; of a paper, of all its pages, 0 until it is whole
 * @param form one file, several photographs, or one of them
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
        Instant reservedAt,
        Form form) {

    /** An earlier year is a slip of the hand, and beyond what dates are written in. */
    public static final int EARLIEST_YEAR = 1900;

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
                reservedAt,
                form);
    }

    Particulars withPages(int pages, long bytesOfAll) {
        return new Particulars(
                documentId,
                caseId,
                kind,
                clinicalDate,
                language,
                firstOpinion,
                fileName,
                uploadedBy,
                bytesOfAll,
                reservedAt,
                new Form.Paper(pages));
    }

    public boolean isPaper() {
        return form instanceof Form.Paper;
    }

    /** A page stands in no list by itself, and tells nobody by itself what becomes of it. */
    public boolean isPage() {
        return form instanceof Form.Page;
    }
}
