package org.consilium.review.opinion;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import org.consilium.kit.words.Code;

/**
 * The whole opinion against the first one, in one word. Confirmation is a result like any other;
 * where nothing was compared there is no label, and {@link NotCompared} says why.
 */
public enum AgreementLabel {
    CONFIRMED,
    CLARIFIED,
    CHANGED;

    @JsonValue
    public String code() {
        return Code.of(this);
    }

    /** Empty where the opinion could not be held against a first one. */
    public static Optional<AgreementLabel> of(OpinionContent opinion) {
        return NotCompared.of(opinion).isPresent()
                ? Optional.empty()
                : opinion.axes().values().stream()
                        .map(axis -> of(axis.value()))
                        .max(Enum::compareTo);
    }

    /** What cannot be assessed confirms nothing: the opinion clarified how far the papers reach. */
    private static AgreementLabel of(AxisJudgement.Value value) {
        return switch (value) {
            case AGREE -> CONFIRMED;
            case REFINED, CANNOT_ASSESS -> CLARIFIED;
            case MINOR_DIFFERENCE, MAJOR_DIFFERENCE -> CHANGED;
        };
    }
}
