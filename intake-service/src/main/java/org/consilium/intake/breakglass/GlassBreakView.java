package org.consilium.intake.breakglass;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.consilium.intake.breakglass.GlassBreak.Outcome;
import org.consilium.intake.breakglass.GlassBreak.Reason;
import org.consilium.intake.breakglass.GlassBreak.Review;
import org.consilium.intake.breakglass.GlassBreak.Reviewed;
import org.consilium.intake.breakglass.GlassBreak.ToReview;

/**
 * A break as those see it who review it.
 *
 * @param review null while nobody has reviewed it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record GlassBreakView(
        UUID breakId,
        UUID caseId,
        UUID person,
        Reason reason,
        String words,
        Instant brokenAt,
        Instant until,
        Instant reviewDue,
        ReviewView review) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReviewView(UUID by, Instant at, Outcome outcome, String note) {}

    /** To whoever broke the glass: what was opened, and until when. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Opened(UUID breakId, UUID caseId, Instant until) {

        static Opened of(GlassBreak made) {
            var about = made.about();
            return new Opened(about.breakId(), about.caseId(), about.until());
        }
    }

    static GlassBreakView of(GlassBreak seen) {
        var about = seen.about();
        return new GlassBreakView(
                about.breakId(),
                about.caseId(),
                about.person(),
                about.reason(),
                about.words(),
                about.brokenAt(),
                about.until(),
                about.reviewDue(),
                switch (seen) {
                    case ToReview _ -> null;
                    case Reviewed(var _, Review(var by, var at, var outcome, var note)) ->
                            new ReviewView(by, at, outcome, note);
                });
    }
}
