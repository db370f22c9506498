package org.consilium.intake.turns;

import java.time.Instant;
import java.util.List;
import org.consilium.intake.cases.Turn;

/**
 * Whose turn it was from a moment on, until the next.
 *
 * @param opinionAwaited submitted and not released: the clocks ran
 */
public record TurnHeld(Instant since, Turn turn, boolean opinionAwaited) {

    /**
     * What was in force at that moment; before the first it was the first.
     *
     * @param turns oldest first
     */
    public static Turn at(Instant moment, List<TurnHeld> turns) {
        return turns.stream()
                .filter(held -> !held.since().isAfter(moment))
                .reduce((_, later) -> later)
                .or(() -> turns.stream().findFirst())
                .map(TurnHeld::turn)
                .orElse(Turn.PATIENT);
    }
}
