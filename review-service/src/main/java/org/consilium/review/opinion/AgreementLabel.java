package org.consilium.review.opinion;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;

/**
 * The whole opinion against the first one, in one word. Confirmation is a result like any other.
 */
public enum AgreementLabel {
    @JsonProperty("confirmed")
    CONFIRMED,
    @JsonProperty("clarified")
    CLARIFIED,
    @JsonProperty("changed")
    CHANGED;

    static AgreementLabel of(Collection<AxisJudgement> axes) {
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
