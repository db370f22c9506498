package org.consilium.notification.lifecycle;

import java.time.Duration;
import org.consilium.kit.words.Code;

/**
 * What came of one attempt.
 *
 * @param reason null when the server took it
 * @param replyCode what the server said, in SMTP or HTTP; null when it said nothing
 * @param pause how long the server wishes to be left alone; null when it said nothing of it
 */
public record Outcome(Result result, Reason reason, Integer replyCode, Duration pause) {

    /** How certain we are. */
    public enum Result {
        TAKEN,
        /** Certainly not sent; worth another try. */
        NOT_NOW,
        /** Certainly not sent; no try will change that. */
        NEVER,
        UNKNOWN;

        public String code() {
            return Code.of(this);
        }
    }

    public static Outcome taken(int replyCode) {
        return new Outcome(Result.TAKEN, null, replyCode, null);
    }

    /** A reply code of the server, as RFC 5321 section 4.2.1 reads its first digit. */
    public static Outcome refused(int replyCode) {
        return replyCode >= 500
                ? new Outcome(Result.NEVER, Reason.SERVER_REFUSES, replyCode, null)
                : new Outcome(Result.NOT_NOW, Reason.SERVER_DEFERS, replyCode, null);
    }

    public static Outcome notNow(Reason reason) {
        return new Outcome(Result.NOT_NOW, reason, null, null);
    }

    public static Outcome notNow(Reason reason, int replyCode) {
        return new Outcome(Result.NOT_NOW, reason, replyCode, null);
    }

    public static Outcome never(Reason reason) {
        return new Outcome(Result.NEVER, reason, null, null);
    }

    public static Outcome never(Reason reason, int replyCode) {
        return new Outcome(Result.NEVER, reason, replyCode, null);
    }

    public static Outcome unknown(Reason reason, int replyCode) {
        return new Outcome(Result.UNKNOWN, reason, replyCode, null);
    }

    /** The same, when the server has said how long to wait; null when it has not. */
    public Outcome notBefore(Duration asked) {
        return new Outcome(result, reason, replyCode, asked);
    }

    public static Outcome unknown(Reason reason) {
        return new Outcome(Result.UNKNOWN, reason, null, null);
    }
}
