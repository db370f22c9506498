package org.consilium.intake.delay;

import org.consilium.kit.words.Code;

/** How the planned treatment stands to the expected opinion. */
public enum Delay {
    IN_TIME,
    /** In time, with hardly a day left to read it and talk about it. */
    WARN,
    /** Too late, and the faster service would not be. */
    EXPEDITE,
    TOO_LATE;

    /** The name in answers and events. */
    public String code() {
        return Code.of(this);
    }

    public boolean isShort() {
        return this != IN_TIME;
    }
}
