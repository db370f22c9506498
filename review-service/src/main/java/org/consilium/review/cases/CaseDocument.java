package org.consilium.review.cases;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A document that may be cited.
 *
 * @param kind LOINC
 * @param clinicalDate of what it tells; null when nobody knows
 * @param firstOpinion holds what the first team found or plans
 * @param pages null where nobody counted any
 */
public record CaseDocument(
        UUID documentId, String kind, LocalDate clinicalDate, boolean firstOpinion, Integer pages) {

    static CaseDocument of(Object[] row) {
        return new CaseDocument(
                (UUID) row[0],
                (String) row[1],
                (LocalDate) row[2],
                (Boolean) row[3],
                (Integer) row[4]);
    }

    /** Of a record without counted pages each page is taken. */
    public boolean hasPage(int page) {
        return pages == null || page <= pages;
    }
}
