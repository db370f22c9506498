package org.consilium.review.lifecycle;

import java.util.List;
import org.consilium.contracts.ReviewEvent;

/** What the rules answer to a command. */
public sealed interface Decision {

    /** {@code because} tells everyone else; empty when nobody else needs to know. */
    record Moved(Review to, List<ReviewEvent> because) implements Decision {}

    record Refused(Refusal reason) implements Decision {}

    static Decision moved(Review to, ReviewEvent... because) {
        return moved(to, List.of(because));
    }

    static Decision moved(Review to, List<? extends ReviewEvent> because) {
        return new Moved(to, List.copyOf(because));
    }

    static Decision refused(Refusal reason) {
        return new Refused(reason);
    }
}
