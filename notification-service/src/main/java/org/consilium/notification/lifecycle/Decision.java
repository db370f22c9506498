package org.consilium.notification.lifecycle;

/** What the rules answer. */
public sealed interface Decision {

    record Moved(Delivery to) implements Decision {}

    record Refused(Refusal reason) implements Decision {}

    /** Why nothing happened. */
    enum Refusal {
        NOT_WAITING,
        NOT_BEING_SENT,
        STILL_LEASED
    }
}
