package org.consilium.kit.inbox;

/**
 * What became of an event. All but {@code DEAD} are the words of the SQL function {@code
 * inbox_admit}.
 */
enum Verdict {
    NEXT,
    DUPLICATE,
    CONFLICT,
    GAP,
    PARKED,
    /** It could not be applied: a dead letter now, its case parked. */
    DEAD;

    boolean isApplied() {
        return this == NEXT || this == DUPLICATE;
    }
}
