package org.consilium.intake.questions;

import org.consilium.kit.words.Code;

/** What a question lacks. Only a duplicate is refused; the rest the family may keep. */
public enum Weakness {
    DUPLICATE,
    TOO_SHORT,
    SEVERAL_IN_ONE,
    TREATMENT_WISH,
    NOT_FROM_RECORDS,
    /** Nobody is promised a result. */
    GUARANTEE,
    /** How long somebody lives is in no record. */
    PROGNOSIS;

    /** The name in answers; the words go by it. */
    public String code() {
        return Code.of(this);
    }

    public boolean isRefused() {
        return this == DUPLICATE;
    }
}
