package org.consilium.intake.breakglass;

import static org.consilium.intake.breakglass.BreakGlassRefusal.ALREADY_LET_IN;
import static org.consilium.intake.breakglass.BreakGlassRefusal.ALREADY_REVIEWED;
import static org.consilium.intake.breakglass.BreakGlassRefusal.OWN_BREAK;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.consilium.contracts.IntakeEvent;
import org.consilium.contracts.IntakeEvent.GlassBreakReviewed;
import org.consilium.contracts.IntakeEvent.GlassBroken;
import org.consilium.contracts.Relation;
import org.consilium.intake.breakglass.GlassBreak.About;
import org.consilium.intake.breakglass.GlassBreak.Reason;
import org.consilium.intake.breakglass.GlassBreak.Review;
import org.consilium.intake.breakglass.GlassBreak.Reviewed;
import org.consilium.intake.breakglass.GlassBreak.ToReview;

/** Every rule of breaking the glass; pure. */
final class BreakGlassLifecycle {

    /** Long enough to read a case in an emergency; whoever needs more says why once more. */
    static final Duration OPEN_FOR = Duration.ofMinutes(60);

    /** A family that was told by mail should not wait over a long weekend for an answer. */
    static final Duration REVIEWED_WITHIN = Duration.ofDays(3);

    private BreakGlassLifecycle() {}

    /** What somebody wants; the ids and the time come with it. */
    record Wish(UUID breakId, UUID caseId, UUID person, Reason reason, String words, Instant at) {}

    sealed interface Decision {
        record Moved(GlassBreak to, IntakeEvent because) implements Decision {}

        record Refused(BreakGlassRefusal reason) implements Decision {}
    }

    /**
     * Whoever stands to the case has their own way in. For a reviewer who was asked or reads
     * blinded this would be a way past what they must not see yet.
     *
     * @param held how the person stands to the case now
     */
    static Decision breakGlass(Wish wish, Set<Relation> held) {
        if (!held.isEmpty()) {
            return new Decision.Refused(ALREADY_LET_IN);
        }
        var about =
                new About(
                        wish.breakId(),
                        wish.caseId(),
                        wish.person(),
                        wish.reason(),
                        wish.words(),
                        wish.at(),
                        wish.at().plus(OPEN_FOR),
                        wish.at().plus(REVIEWED_WITHIN));
        return new Decision.Moved(
                new ToReview(about),
                new GlassBroken(
                        about.caseId(),
                        about.breakId(),
                        about.person(),
                        about.reason().code(),
                        about.until(),
                        about.reviewDue()));
    }

    /** By somebody else, and once. */
    static Decision review(GlassBreak glassBreak, Review review) {
        return switch (glassBreak) {
            case Reviewed _ -> new Decision.Refused(ALREADY_REVIEWED);
            case ToReview(var about) when about.person().equals(review.by()) ->
                    new Decision.Refused(OWN_BREAK);
            case ToReview(var about) ->
                    new Decision.Moved(
                            new Reviewed(about, review),
                            new GlassBreakReviewed(
                                    about.caseId(),
                                    about.breakId(),
                                    about.person(),
                                    review.by(),
                                    review.outcome().code()));
        };
    }
}
