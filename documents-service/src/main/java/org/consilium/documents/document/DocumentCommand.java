package org.consilium.documents.document;

import java.time.Instant;

/** What may be asked of a document that exists. */
public sealed interface DocumentCommand {

    /** {@code count} more bytes, the first of them at {@code offset}. */
    record KeepBytes(long offset, long count) implements DocumentCommand {}

    /** {@code sha256} is of the bytes as they were stored, lower-case hex. */
    record CompleteUpload(String sha256, Instant at) implements DocumentCommand {}

    record DiscardUpload(Instant at) implements DocumentCommand {}

    record AcceptDocument(String contentType, Instant at) implements DocumentCommand {}

    record RejectDocument(RejectionReason reason, Instant at) implements DocumentCommand {}
}
