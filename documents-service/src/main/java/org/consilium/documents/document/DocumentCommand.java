package org.consilium.documents.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.consilium.documents.paper.Form.Fault;
import org.consilium.documents.paper.Pages;

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

    /** The source of this translation was taken back, and it goes too, however far it is. */
    record LoseSource(Instant at) implements DocumentCommand {}

    /**
     * Takes back a translation that is wrong, also while somebody reads it.
     *
     * @param coordinates {@code by} looks after the case: others take back their own only
     */
    record RetractTranslation(UUID by, boolean coordinates, Fault fault, Instant at)
            implements DocumentCommand {}

    /** Wants room for a photograph at a place of the paper. */
    record PlacePage(int number, UUID by, boolean inReview) implements DocumentCommand {}

    /** All photographs that are there, in the order they shall have. */
    record OrderPages(List<UUID> order, Pages pages, UUID by, boolean inReview)
            implements DocumentCommand {}

    /**
     * Takes a photograph out of its paper.
     *
     * @param isLast nothing would be left of the paper
     */
    record LeaveOutPage(UUID by, boolean inReview, boolean isLast, Instant at)
            implements DocumentCommand {}

    /**
     * Looks at the paper again.
     *
     * @param count how many places it has now
     * @param turned the photograph that gave the reason; null for none
     */
    record NotePages(Pages pages, int count, UUID turned, Instant at) implements DocumentCommand {}

    record AcceptDocument(String contentType, Instant at) implements DocumentCommand {}

    record RejectDocument(RejectionReason reason, Instant at) implements DocumentCommand {}
}
