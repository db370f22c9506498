package org.consilium.intake.outcome;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.consilium.intake.outcome.Item.Followed;
import org.consilium.intake.outcome.Item.Understood;

/** One round of one case: asked, or answered. That its time is over follows from the clock. */
sealed interface Outcome {

    About about();

    /**
     * What never changes.
     *
     * @param answerableUntil when its time is over
     */
    record About(UUID caseId, OutcomeRound round, Instant askedAt, Instant answerableUntil) {}

    record Asked(About about) implements Outcome {}

    /** {@code by}: whoever may read these answers, and nobody else. */
    record Reported(About about, UUID by, Instant at, Answers answers) implements Outcome {}

    /** What somebody said; "cannot say" is an answer too, so none is left out. */
    record Answers(
            @NotNull Understood understoodIllness,
            @NotNull Understood understoodOptions,
            @NotNull Understood understoodRisks,
            @NotNull Followed followed) {}
}
