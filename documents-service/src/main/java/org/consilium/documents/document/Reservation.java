package org.consilium.documents.document;

import java.time.Instant;

/**
 * The wish for room for one document, with what the rules need to know.
 *
 * @param maxBytes what this installation takes at most
 * @param caseEnded the case takes no more records
 * @param unfinished how many uploads of the case are under way
 */
public record Reservation(
        Particulars about, Instant expiresAt, long maxBytes, boolean caseEnded, int unfinished) {

    /**
     * Enough for a patient's folder of photographs; a limit, so that nobody fills the store with
     * beginnings.
     */
    public static final int MAX_UNFINISHED = 100;

    /**
     * The wish for a record of an earlier case in the case that followed from it.
     *
     * @param about the document it is to be
     * @param source what it is to be the same as; it was examined there
     * @param maxBytes what this installation takes at most
     * @param caseEnded the new case takes no more records
     */
    public record CarryOver(
            Particulars about,
            Document.Accepted source,
            long maxBytes,
            boolean caseEnded,
            Instant at) {}
}
