package org.consilium.intake.breakglass;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.consilium.contracts.IntakeEvent;
import org.consilium.intake.breakglass.BreakGlassLifecycle.Decision.Moved;
import org.consilium.intake.breakglass.BreakGlassLifecycle.Wish;
import org.consilium.intake.breakglass.GlassBreak.Outcome;
import org.consilium.intake.breakglass.GlassBreak.Reason;
import org.consilium.intake.breakglass.GlassBreak.Review;

/** One break, from the glass to its review. */
public final class SampleBreaks {

    static final UUID DOCTOR = new UUID(0, 8);
    static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private SampleBreaks() {}

    static Wish wish() {
        var words = "The patient lies unconscious in our emergency room.";
        return new Wish(new UUID(0, 21), new UUID(0, 1), DOCTOR, Reason.DANGER_TO_LIFE, words, NOW);
    }

    static Moved broken() {
        return (Moved) BreakGlassLifecycle.breakGlass(wish(), Set.of());
    }

    static Review reviewBy(UUID person) {
        return new Review(person, NOW.plusSeconds(7200), Outcome.JUSTIFIED, "It could not wait.");
    }

    static Moved reviewed() {
        return (Moved) BreakGlassLifecycle.review(broken().to(), reviewBy(new UUID(0, 5)));
    }

    public static List<IntakeEvent> events() {
        return List.of(broken().because(), reviewed().because());
    }
}
