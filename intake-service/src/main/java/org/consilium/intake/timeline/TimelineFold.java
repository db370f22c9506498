package org.consilium.intake.timeline;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.consilium.contracts.CaseEvent;
import org.consilium.intake.cases.Turn;
import org.consilium.intake.turns.TurnHeld;

/**
 * Everybody's events of one case, told in order of time: what happened, and whose turn it was then.
 */
final class TimelineFold {

    private TimelineFold() {}

    /**
     * One event of the log, or heard from another service. {@code place}: its seq at its source.
     */
    record Fact(Instant at, String source, long place, CaseEvent event) {
        Fact movedTo(Instant moment) {
            return new Fact(moment, source, place, event);
        }
    }

    /**
     * One line.
     *
     * @param place its event's seq at its source
     * @param turn whose it was from then on
     * @param about the document, question, offer or opinion it is about; null for the case itself
     * @param recipient for a message: to whom; null otherwise
     */
    record Line(
            Instant at,
            String source,
            long place,
            String code,
            Turn turn,
            UUID about,
            UUID recipient) {}

    /**
     * The lines of the case.
     *
     * @param turns oldest first
     */
    static List<Line> lines(List<Fact> facts, List<TurnHeld> turns) {
        return inOrder(facts).stream()
                .flatMap(
                        fact ->
                                Telling.of(fact.event())
                                        .map(told -> line(fact, told, turns))
                                        .stream())
                .toList();
    }

    private static Line line(Fact fact, Telling told, List<TurnHeld> turns) {
        return new Line(
                fact.at(),
                fact.source(),
                fact.place(),
                told.code(),
                TurnHeld.at(fact.at(), turns),
                told.about(),
                told.recipient());
    }

    /**
     * Clocks of different services may differ by a little, and so may those of one service's
     * replicas: each source's own order is kept, by never letting its time run backwards.
     */
    private static List<Fact> inOrder(List<Fact> facts) {
        var latest = new HashMap<String, Instant>();
        return facts.stream()
                .sorted(Comparator.comparing(Fact::source).thenComparingLong(Fact::place))
                .map(
                        fact ->
                                fact.movedTo(
                                        latest.merge(
                                                fact.source(), fact.at(), TimelineFold::later)))
                .sorted(
                        Comparator.comparing(Fact::at)
                                .thenComparing(Fact::source)
                                .thenComparingLong(Fact::place))
                .toList();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
