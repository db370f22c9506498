package org.consilium.contracts;

/** How a person stands to one case. Staff roles are not relations: they come with the token. */
public enum Relation {
    PATIENT,
    REPRESENTATIVE,
    REFERRER,
    CONTRIBUTOR,
    TRANSLATOR,
    /** Was asked and has not answered: sees what the offer shows, nothing more. */
    OFFERED_REVIEWER,
    REVIEWER,
    /**
     * Reads the case a second time beside its reviewer: never the first opinion, and nothing that
     * the reviewer wrote. It is in no event; {@code second-reader-admitted} says it.
     */
    SECOND_READER,
    /**
     * Broke the glass: reads this case for at most an hour, and everybody concerned is told. It is
     * in no event; {@code glass-broken} says it, which an older consumer passes over.
     */
    BREAK_GLASS
}
