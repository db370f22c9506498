package org.consilium.intake.timeline;

/** Why a follower is woken; what comes later here weighs more. */
enum Wake {
    /** Nothing is known to have happened: time to show that the line still stands. */
    TICK,
    CHANGED,
    OVER
}
