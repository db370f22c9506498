package org.consilium.notification.occasions;

import java.util.List;
import java.util.stream.Stream;
import org.consilium.contracts.CaseEvent;
import org.consilium.notification.telling.Telling;

/**
 * Who is told what at which step, one line per telling, in the order of the parts. An event without
 * a line tells nobody. The reason of a refusal is never passed on: who may know it reads it on the
 * page.
 */
public final class WhoIsTold {

    static final List<Line<?>> TABLE =
            Stream.of(
                            WhoIsToldOfCases.LINES,
                            WhoIsToldOfRecords.LINES,
                            WhoIsToldOfReviews.LINES,
                            Assigning.LINES,
                            Amending.LINES)
                    .flatMap(List::stream)
                    .toList();

    private WhoIsTold() {}

    public static List<Telling> on(CaseEvent event) {
        return TABLE.stream().flatMap(line -> line.apply(event).stream()).toList();
    }
}
