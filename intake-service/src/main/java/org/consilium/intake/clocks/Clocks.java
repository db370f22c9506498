package org.consilium.intake.clocks;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.consilium.intake.cases.Turn;
import org.consilium.intake.turns.TurnHeld;

/**
 * One case's time, from its submission to the opinion or its end.
 *
 * @param until the moment of the look, as long as the clocks run
 * @param held how long it was whose turn
 * @param holder whose turn it is; nobody's when the clocks have stopped
 * @param since when the holder's turn began
 */
public record Clocks(
        Instant submittedAt, Instant until, Map<Turn, Duration> held, Turn holder, Instant since) {

    private static final Set<Turn> OURS = Set.of(Turn.COORDINATOR, Turn.REVIEWER, Turn.QUALITY);

    public Clocks {
        held = Map.copyOf(held);
    }

    /**
     * Summed from the changes of turn; empty before submission.
     *
     * @param turns oldest first
     */
    public static Optional<Clocks> of(List<TurnHeld> turns, Instant now) {
        Clocks clocks = null;
        for (var held : turns) {
            if (clocks == null) {
                clocks = held.opinionAwaited() ? started(held) : null;
            } else if (clocks.isRunning()) {
                clocks = clocks.turned(held);
            }
        }
        return Optional.ofNullable(clocks).map(known -> known.isRunning() ? known.at(now) : known);
    }

    public boolean isRunning() {
        return holder != Turn.NOBODY;
    }

    /** The patient's clock. */
    public Duration waited() {
        return Duration.between(submittedAt, until);
    }

    /** Ours. */
    public Duration worked() {
        return sum(OURS);
    }

    /** For the family's answers, and for whoever holds the records. */
    public Duration waitedFor(Turn turn) {
        return sum(Set.of(turn));
    }

    private Duration sum(Set<Turn> turns) {
        return turns.stream()
                .map(turn -> held.getOrDefault(turn, Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Clocks started(TurnHeld first) {
        return new Clocks(first.since(), first.since(), Map.of(), first.turn(), first.since());
    }

    private Clocks turned(TurnHeld next) {
        var then = at(next.since());
        var holder = next.opinionAwaited() ? next.turn() : Turn.NOBODY;
        return new Clocks(submittedAt, then.until(), then.held(), holder, then.until());
    }

    /** The clock of the replica that looks may be a little behind. */
    private Clocks at(Instant moment) {
        if (!moment.isAfter(until)) {
            return this;
        }
        var longer = new EnumMap<Turn, Duration>(Turn.class);
        longer.putAll(held);
        longer.merge(holder, Duration.between(until, moment), Duration::plus);
        return new Clocks(submittedAt, moment, longer, holder, since);
    }
}
