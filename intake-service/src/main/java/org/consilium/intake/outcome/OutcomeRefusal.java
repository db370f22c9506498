package org.consilium.intake.outcome;

import org.consilium.kit.words.Code;

/** Why an answer is not taken: stable, mapped to a problem by the desk. */
public enum OutcomeRefusal {
    OUTCOME_NOT_ASKED,
    OUTCOME_OVER,
    OUTCOME_ALREADY_REPORTED,
    PATIENT_HAS_DIED,
    NOT_IN_THE_CONSENT;

    /** The problem's type. */
    public String code() {
        return Code.of(this);
    }
}
