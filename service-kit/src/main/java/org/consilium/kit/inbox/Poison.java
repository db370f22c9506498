package org.consilium.kit.inbox;

import org.consilium.kit.events.Envelope;

/** An event that no retry will make applicable. */
public final class Poison extends Envelope.Malformed {

    public Poison(String rule) {
        super(rule);
    }
}
