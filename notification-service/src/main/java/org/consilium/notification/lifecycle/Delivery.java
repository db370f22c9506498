package org.consilium.notification.lifecycle;

import java.time.Instant;

/**
 * One notification's way to one person over one channel.
 *
 * <p>A delivery ends delivered, failed, uncertain or forgone. Uncertain is an end of its own: the
 * server may have the mail, nobody knows, and it is not repeated.
 */
public sealed interface Delivery {

    /** How often it was tried, this time included. */
    int attempts();

    /** Waits for its turn, from {@code notBefore} on. {@code since} is when it was first queued. */
    record Queued(Instant since, int attempts, Instant notBefore) implements Delivery {}

    /**
     * The mail is being handed over. When {@code leaseUntil} passes without a word, whoever had it
     * is gone and the outcome unknown.
     */
    record Sending(Instant since, int attempts, Instant leaseUntil) implements Delivery {}

    /** The server took it. That somebody read it is not said. */
    record Delivered(int attempts, Instant at) implements Delivery {}

    record Failed(int attempts, Instant at, Reason reason) implements Delivery {}

    record Uncertain(int attempts, Instant at, Reason reason) implements Delivery {}

    /** Nothing is sent any more, because nothing should be. */
    record Forgone(int attempts, Instant at, Reason reason) implements Delivery {}

    static Delivery queued(Instant now) {
        return new Queued(now, 0, now);
    }
}
