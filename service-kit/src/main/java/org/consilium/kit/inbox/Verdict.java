package org.consilium.kit.inbox;

/** What the inbox says of an event; the words are those of the SQL function {@code inbox_admit}. */
enum Verdict {
    NEXT,
    DUPLICATE,
    CONFLICT,
    GAP,
    PARKED
}
