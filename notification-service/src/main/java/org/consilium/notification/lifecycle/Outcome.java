package org.consilium.notification.lifecycle;

import java.util.Locale;

/**
 * What came of one attempt.
 *
 * @param reason null when the server took it
 * @param smtpCode what the server said; null when it said nothing
 */
public record Outcome(Result result, Reason reason, Integer smtpCode) {

    /** How certain we are. */
    public enum Result {
        TAKEN,
        /** Certainly not sent; worth another try. */
        NOT_NOW,
        /** Certainly not sent; no try will change that. */
        NEVER,
        UNKNOWN;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public static Outcome taken(int smtpCode) {
        return new Outcome(Result.TAKEN, null, smtpCode);
    }

    /** A reply code of the server, as RFC 5321 section 4.2.1 reads its first digit. */
    public static Outcome refused(int smtpCode) {
        return smtpCode >= 500
                ? new Outcome(Result.NEVER, Reason.SERVER_REFUSES, smtpCode)
                : new Outcome(Result.NOT_NOW, Reason.SERVER_DEFERS, smtpCode);
    }

    public static Outcome notNow(Reason reason) {
        return new Outcome(Result.NOT_NOW, reason, null);
    }

    public static Outcome notNow(Reason reason, int smtpCode) {
        return new Outcome(Result.NOT_NOW, reason, smtpCode);
    }

    public static Outcome never(Reason reason) {
        return new Outcome(Result.NEVER, reason, null);
    }

    public static Outcome unknown(Reason reason) {
        return new Outcome(Result.UNKNOWN, reason, null);
    }
}
