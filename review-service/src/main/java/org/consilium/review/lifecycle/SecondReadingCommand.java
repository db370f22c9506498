package org.consilium.review.lifecycle;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** What people, matching and the clock may ask of a second reading. */
public sealed interface SecondReadingCommand {

    record AskSecondReader(UUID reader) implements SecondReadingCommand {}

    /** Nobody is left who could be asked. */
    record ReportNoSecondReader() implements SecondReadingCommand {}

    /** {@code leads}: who accepts is a clinical lead as well, and may read all that is written. */
    record AcceptSecondReading(UUID reader, boolean leads, Instant due)
            implements SecondReadingCommand {}

    /** Also by whoever had accepted: then another window begins, which ends at {@code next}. */
    record DeclineSecondReading(UUID reader, Instant next) implements SecondReadingCommand {}

    /** The time of whoever was asked, or reads, is over. */
    record ExpireSecondReading(UUID reader, Instant next) implements SecondReadingCommand {}

    record CommitSecondReading(UUID reader) implements SecondReadingCommand {}

    /**
     * Somebody holds it against an opinion.
     *
     * @param author of the opinion
     * @param differs in a major way
     */
    record CompareReadings(UUID clinicalLead, UUID author, UUID opinionId, boolean differs)
            implements SecondReadingCommand {}

    /** {@code involved} wrote the opinion, or checked one of this case. */
    record AdjudicateReadings(
            UUID clinicalLead, Set<UUID> involved, UUID opinionId, Verdict verdict)
            implements SecondReadingCommand {}

    /** The review did. */
    record EndSecondReading() implements SecondReadingCommand {}

    /** All but the first send the opinion back to its author. */
    enum Verdict {
        FIRST_STANDS,
        SECOND_STANDS,
        DISCUSS
    }
}
