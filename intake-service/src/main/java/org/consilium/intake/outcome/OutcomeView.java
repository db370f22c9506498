package org.consilium.intake.outcome;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.consilium.intake.cases.Case;
import org.consilium.intake.outcome.Outcome.Answers;
import org.consilium.intake.outcome.Outcome.Asked;
import org.consilium.intake.outcome.Outcome.Reported;

/** What is asked, and what the reader has answered. */
record OutcomeView(List<Round> rounds, List<Questionnaire.Asked> items) {

    /**
     * @param state open, answered or over
     * @param answers the reader's own; those of somebody else are not shown, not even within one
     *     family
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Round(
            OutcomeRound day,
            String state,
            Instant askedAt,
            Instant answerableUntil,
            Instant answeredAt,
            Answers answers) {}

    static OutcomeView of(
            List<Outcome> rounds, Case seen, UUID reader, String language, Instant now) {
        return new OutcomeView(
                rounds.stream().map(round -> round(round, seen, reader, now)).toList(),
                Questionnaire.in(language).items());
    }

    private static Round round(Outcome round, Case seen, UUID reader, Instant now) {
        var about = round.about();
        var state = OutcomeRules.standing(round, seen, now).name().toLowerCase(Locale.ROOT);
        return new Round(
                about.round(),
                state,
                about.askedAt(),
                about.answerableUntil(),
                round instanceof Reported reported ? reported.at() : null,
                ownAnswers(round, reader));
    }

    private static Answers ownAnswers(Outcome round, UUID reader) {
        return switch (round) {
            case Reported(_, var by, _, var answers) when reader.equals(by) -> answers;
            case Reported _, Asked _ -> null;
        };
    }
}
