package org.consilium.intake.breakglass;

import org.consilium.kit.words.Code;

/** Why something about broken glass is refused: stable, mapped to an answer by the desk. */
public enum BreakGlassRefusal {
    ALREADY_LET_IN,
    OWN_BREAK,
    ALREADY_REVIEWED;

    /** The problem's type. */
    public String code() {
        return Code.of(this);
    }
}
