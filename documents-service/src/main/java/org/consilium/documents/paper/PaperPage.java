package org.consilium.documents.paper;

import java.util.UUID;

/**
 * A photograph at its place.
 *
 * @param number from 1
 * @param state the document's, as in tables and answers
 * @param sha256 null before all bytes are here
 * @param reason why it was rejected; null when it was not
 */
public record PaperPage(
        UUID documentId, int number, String state, long bytes, String sha256, String reason) {

    boolean isAccepted() {
        return state.equals("accepted");
    }

    boolean isRejected() {
        return state.equals("rejected");
    }
}
