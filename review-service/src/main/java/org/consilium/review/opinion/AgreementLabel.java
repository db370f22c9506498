package org.consilium.review.opinion;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;

/**
 * The whole opinion against the first one, in one word. Confirmation is a result like any other.
 */
public enum AgreementLabel {
    CONFIRMED,
    CLARIFIED,
    CHANGED;

    @JsonValue
    public String code() {
        return Codes.of(this);
    }

    public static AgreementLabel of(Collection<AxisJudgement> axes) {
        return axes.stream().map(axis -> of(axis.value())).max(Enum::compareTo).orElse(CONFIRMED);
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
