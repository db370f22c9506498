package org.consilium.notification.telling;

import java.util.Locale;

/** How far a person may choose not to be sent a message. The inbox always has it. */
public enum Weight {
    /** Somebody may be getting worse: goes out by night too. */
    URGENT,
    /** Care or a right depends on it: one channel at least stays on, and no digest holds it. */
    MANDATORY,
    /** Good to know: may be switched off, unsubscribed from, or wait for the digest. */
    OPTIONAL;

    public boolean mayBeSwitchedOff() {
        return this == OPTIONAL;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
