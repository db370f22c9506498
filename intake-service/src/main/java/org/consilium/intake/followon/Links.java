package org.consilium.intake.followon;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What came before this case and what followed from it.
 *
 * @param earlier null where nothing did
 */
public record Links(UUID earlier, List<UUID> later) {

    /** Of a case that stands by itself. */
    public static final Links NONE = new Links(null, List.of());

    public Links {
        later = later == null ? List.of() : List.copyOf(later);
    }

    /** Of a case that another one led to. */
    public static Links from(UUID earlier) {
        return earlier == null ? NONE : new Links(earlier, List.of());
    }

    Links and(UUID next) {
        return new Links(earlier, Stream.concat(later.stream(), Stream.of(next)).toList());
    }
}
