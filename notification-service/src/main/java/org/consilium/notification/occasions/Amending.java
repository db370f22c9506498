package org.consilium.notification.occasions;

import static org.consilium.notification.occasions.Line.when;
import static org.consilium.notification.telling.Audience.CLINICAL_LEADS;

import java.util.List;
import org.consilium.contracts.ReviewEvent.AmendmentEnded;
import org.consilium.notification.telling.Kind;

/**
 * Of {@link WhoIsTold} the lines of a later version that came to nothing: somebody had held it
 * needed, so it does not end in silence.
 */
final class Amending {

    static final List<Line<?>> LINES =
            List.of(
                    when(AmendmentEnded.class).tell(Kind.AMENDMENT_ENDED).all(CLINICAL_LEADS),
                    when(AmendmentEnded.class)
                            .only("NOT_BY_THE_AUTHOR", it -> !it.reviewer().equals(it.endedBy()))
                            .tell(Kind.YOUR_AMENDMENT_ENDED)
                            .person(AmendmentEnded::reviewer));

    private Amending() {}
}
