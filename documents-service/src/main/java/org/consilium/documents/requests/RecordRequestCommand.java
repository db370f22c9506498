package org.consilium.documents.requests;

import java.time.Instant;
import java.util.Set;

/** What may be asked of a request that exists. */
public sealed interface RecordRequestCommand {

    /** It has gone to the holder. */
    record SendRequest(Instant at) implements RecordRequestCommand {}

    /** By somebody, or because the answer is due. */
    record RemindHolder(Instant at) implements RecordRequestCommand {}

    /** {@code filled}: all items of the checklist that documents fill now. */
    record NoteFilled(Set<String> filled, Instant at) implements RecordRequestCommand {}

    record NoteRefusal(HolderReason reason, Instant at) implements RecordRequestCommand {}

    record CallOffRequest(Instant at) implements RecordRequestCommand {}
}
