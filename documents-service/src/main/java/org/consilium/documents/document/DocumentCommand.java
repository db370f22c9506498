package org.consilium.documents.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What may be asked of a document that exists. */
public sealed interface DocumentCommand {

    /** {@code count} more bytes, the first of them at {@code offset}. */
    record KeepBytes(long offset, long count) implements DocumentCommand {}

    /** {@code sha256} is of the bytes as they were stored, lower-case hex. */
    record CompleteUpload(String sha256, Instant at) implements DocumentCommand {}

    record DiscardUpload(Instant at) implements DocumentCommand {}

    /** Says when the record was made. */
    record DateDocument(LocalDate clinicalDate, UUID by) implements DocumentCommand {}

    /**
     * Takes it back.
     *
     * @param inReview somebody reads the case's records to form an opinion
     */
    record WithdrawDocument(UUID by, boolean inReview, Instant at) implements DocumentCommand {}

    record AcceptDocument(String contentType, Instant at) implements DocumentCommand {}

    record RejectDocument(RejectionReason reason, Instant at) implements DocumentCommand {}
}
