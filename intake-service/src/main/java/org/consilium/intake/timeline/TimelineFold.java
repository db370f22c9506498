package org.consilium.intake.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.consilium.contracts.CaseEvent;
import org.consilium.intake.cases.Turn;

/**
 * Everybody's events of one case, told in order of time: what happened, and whose turn it was then.
 */
public final class TimelineFold {

    private TimelineFold() {}

    /**
     * One event of the log, or heard from another service. {@code place}: its seq at its source.
     */
    record Fact(Instant at, String source, long place, CaseEvent event) {}

    /**
     * One line.
     *
     * @param place its event's seq at its source
     * @param about the document, question, offer or opinion it is about; null for the case itself
     * @param recipient for a message: to whom; null otherwise
     */
    public record Line(
            Instant at,
            String source,
            long place,
            String code,
            Turn turn,
            UUID about,
            UUID recipient) {}

    static List<Line> lines(List<Fact> facts) {
        var lines = new ArrayList<Line>();
        var turn = Turn.PATIENT;
        for (var fact : inOrder(facts)) {
            var told = Telling.of(fact.event());
            if (told.isPresent()) {
                turn = told.get().turn() == null ? turn : told.get().turn();
                lines.add(line(fact, told.get(), turn));
            }
        }
        return lines;
    }

    private static Line line(Fact fact, Telling told, Turn turn) {
        return new Line(
                fact.at(),
                fact.source(),
                fact.place(),
                told.code(),
                turn,
                told.about(),
                told.recipient());
    }

    /** Clocks of different services may differ by a little; each source's own order is kept. */
    private static List<Fact> inOrder(List<Fact> facts) {
        return facts.stream()
                .sorted(
                        Comparator.comparing(Fact::at)
                                .thenComparing(Fact::source)
                                .thenComparingLong(Fact::place))
                .toList();
    }
}
