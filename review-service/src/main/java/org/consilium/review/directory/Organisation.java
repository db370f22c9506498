package org.consilium.review.directory;

import java.util.List;
import java.util.UUID;

/** An entry of the directory as the edge shows it, with its clinicians where it is shown alone. */
record Organisation(
        UUID id,
        String name,
        String country,
        String city,
        Level level,
        List<String> subspecialties) {

    /** How far a facility's means go. */
    enum Level {
        PRIMARY,
        SECONDARY,
        TERTIARY,
        TEACHING
    }
}
