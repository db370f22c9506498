package org.consilium.intake.programme;

import java.util.Map;
import org.consilium.intake.programme.Programme.Labelled;

/** Why a case is closed; {@code afterOpinion}: only once there is one. */
public record ClosingReason(String code, Map<String, String> label, boolean afterOpinion) {

    public Labelled labelled() {
        return new Labelled(code, label);
    }
}
