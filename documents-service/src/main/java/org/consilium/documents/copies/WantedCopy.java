package org.consilium.documents.copies;

import java.util.List;
import java.util.UUID;
import org.consilium.documents.worker.CleanCopy;
import org.consilium.documents.worker.CleanText;

/**
 * An accepted document whose copy is to be made.
 *
 * @param lease proves that it is made here and nowhere else
 * @param sources one file, or a paper's photographs in their order
 */
record WantedCopy(
        UUID documentId, UUID lease, String contentType, boolean isPaper, List<Source> sources) {

    /** An object of the vault. */
    record Source(String objectKey, long bytes) {}

    String contentTypeOfCopy() {
        return CleanText.isWanted(contentType) ? CleanText.CONTENT_TYPE : contentType;
    }

    /** What the worker goes by. */
    String kind() {
        return isPaper ? CleanCopy.PHOTOGRAPHS : contentType;
    }
}
