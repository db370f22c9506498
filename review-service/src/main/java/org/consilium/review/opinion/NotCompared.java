package org.consilium.review.opinion;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import org.consilium.kit.words.Code;

/** Why a signed opinion says nothing about how it stands to a first one. */
public enum NotCompared {
    /** Nobody gave one, so no axis was judged: the signature insists on that. */
    NO_FIRST_OPINION,
    /** It explains laboratory results: nobody asked for a comparison. */
    EXPLAINS_RESULTS,
    /** The records did not suffice to judge any axis, or to answer any question. */
    RECORDS_DO_NOT_SUFFICE;

    @JsonValue
    public String code() {
        return Code.of(this);
    }

    /** Empty where there is a comparison. */
    public static Optional<NotCompared> of(OpinionContent opinion) {
        if (opinion.axes().isEmpty()) {
            return Optional.of(opinion.labValues().isEmpty() ? NO_FIRST_OPINION : EXPLAINS_RESULTS);
        }
        return answersNothing(opinion) || assessesNothing(opinion)
                ? Optional.of(RECORDS_DO_NOT_SUFFICE)
                : Optional.empty();
    }

    private static boolean answersNothing(OpinionContent opinion) {
        return opinion.answers().stream()
                .allMatch(answer -> answer.answered() == Answered.NOT_ANSWERABLE);
    }

    private static boolean assessesNothing(OpinionContent opinion) {
        return opinion.axes().values().stream()
                .allMatch(axis -> axis.value() == AxisJudgement.Value.CANNOT_ASSESS);
    }
}
