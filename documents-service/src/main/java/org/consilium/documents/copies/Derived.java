package org.consilium.documents.copies;

import java.util.UUID;

/**
 * An object that was made from a document.
 *
 * @param page 0 for the whole copy, else the page it shows
 */
public record Derived(UUID objectKey, int page, String contentType, long bytes, String sha256) {

    static final int WHOLE = 0;
}
