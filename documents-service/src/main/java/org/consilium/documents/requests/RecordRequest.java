package org.consilium.documents.requests;

import java.time.Instant;

/** A request to a record holder; each state holds what is true then and nothing else. */
public sealed interface RecordRequest {

    Wanted about();

    /** The state's name in tables and answers; stable. */
    default String state() {
        return switch (this) {
            case Drafted _ -> "drafted";
            case Sent _ -> "sent";
            case Reminded _ -> "reminded";
            case Arrived _ -> "arrived";
            case Refused _ -> "refused";
            case NoLongerNeeded _ -> "no-longer-needed";
        };
    }

    /** The letter can be printed; nobody has been asked yet. */
    record Drafted(Wanted about) implements RecordRequest {}

    record Sent(Wanted about, Instant sentAt, Instant answerDue) implements RecordRequest {}

    /** The answer was due and did not come, or somebody asked again before. */
    record Reminded(Wanted about, Instant sentAt, Instant remindedAt, Instant answerDue)
            implements RecordRequest {}

    /** Documents fill all of its items. */
    record Arrived(Wanted about, Instant sentAt, Instant arrivedAt) implements RecordRequest {}

    /** The holder does not give it. */
    record Refused(Wanted about, Instant sentAt, HolderReason reason, Instant refusedAt)
            implements RecordRequest {}

    /** Called off, or the case ended. */
    record NoLongerNeeded(Wanted about, Instant endedAt) implements RecordRequest {}
}
