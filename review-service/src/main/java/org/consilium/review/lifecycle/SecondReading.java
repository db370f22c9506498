package org.consilium.review.lifecycle;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A case that is read twice: how far the second reading is, and what the two come to. */
public sealed interface SecondReading {

    UUID caseId();

    /**
     * In which somebody may accept: the first or, once, another.
     *
     * @param number 1 or 2
     */
    record Window(int number, Instant until) {

        public static final int LAST = 2;
    }

    /** Somebody is to be asked. {@code asked} were before and are not again. */
    record Wanted(UUID caseId, Window window, Set<UUID> asked) implements SecondReading {

        public static Wanted begun(UUID caseId, Instant until) {
            return new Wanted(caseId, new Window(1, until), Set.of());
        }
    }

    record Asked(UUID caseId, Window window, Set<UUID> asked, UUID reader)
            implements SecondReading {

        Set<UUID> everAsked() {
            return Stream.concat(asked.stream(), Stream.of(reader))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /** Accepted, and reads. */
    record UnderWay(UUID caseId, Window window, Set<UUID> asked, UUID reader, Instant due)
            implements SecondReading {

        Set<UUID> everAsked() {
            return Stream.concat(asked.stream(), Stream.of(reader))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /** Waits to be held against the opinion, once that is signed by its author. */
    record Committed(UUID caseId, UUID reader) implements SecondReading {}

    /** With this opinion it differs in no major way. */
    record Compared(UUID caseId, UUID reader, UUID opinionId) implements SecondReading {}

    /** From this opinion it differs in a major way, and nobody has decided. */
    record InAdjudication(UUID caseId, UUID reader, UUID opinionId) implements SecondReading {}

    /** Somebody who has part in neither decided that this opinion stands. */
    record Adjudicated(UUID caseId, UUID reader, UUID opinionId, UUID decidedBy)
            implements SecondReading {}

    record StoodDown(UUID caseId, Why reason) implements SecondReading {}

    /** Why a case is not read twice after all. */
    enum Why {
        NOBODY_FOUND,
        NOBODY_ACCEPTED,
        OVERDUE,
        REVIEW_ENDED
    }
}
