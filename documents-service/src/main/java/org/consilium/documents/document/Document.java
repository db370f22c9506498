package org.consilium.documents.document;

import java.time.Instant;
import java.util.UUID;
import org.consilium.documents.paper.Form.Fault;

/** A record on its way to the shelf; each state holds what is true then and nothing else. */
public sealed interface Document {

    Particulars about();

    /** The state's name in tables and answers; stable. */
    default String state() {
        return switch (this) {
            case Gathering _ -> "gathering";
            case Uploading _ -> "uploading";
            case Received _ -> "received";
            case Accepted _ -> "accepted";
            case Rejected _ -> "rejected";
            case Discarded _ -> "discarded";
            // To whoever reads, taken back is taken back; the reason stands beside.
            case Withdrawn _, Retracted _ -> "withdrawn";
        };
    }

    /** Of several photographs, and not each of them is accepted yet. */
    record Gathering(Particulars about) implements Document {}

    /** Room is reserved; {@code offset} bytes are here to stay, whatever dies. */
    record Uploading(Particulars about, long offset, Instant expiresAt) implements Document {}

    /** All bytes are here and hashed; nobody may read them before the examination. */
    record Received(Particulars about, String sha256, Instant receivedAt) implements Document {}

    /** Of an allowed type by its content, and clean. */
    record Accepted(
            Particulars about,
            String sha256,
            Instant receivedAt,
            String contentType,
            Instant acceptedAt)
            implements Document {}

    /** Not fit to be a record; its bytes are gone. */
    record Rejected(
            Particulars about,
            String sha256,
            Instant receivedAt,
            RejectionReason reason,
            Instant rejectedAt)
            implements Document {}

    /** Taken back by its uploader before anybody reviewed it; its bytes are gone. */
    record Withdrawn(Particulars about, Instant withdrawnAt) implements Document {}

    /**
     * A translation that was found to be wrong and taken back by {@code by}; its bytes are gone.
     */
    record Retracted(Particulars about, Fault fault, UUID by, Instant retractedAt)
            implements Document {}

    /** Given up before its last byte: by the uploader, by time, or because the case ended. */
    record Discarded(Particulars about, Instant discardedAt) implements Document {}
}
