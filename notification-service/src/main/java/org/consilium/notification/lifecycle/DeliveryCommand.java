package org.consilium.notification.lifecycle;

import java.time.Instant;

/** What may happen to a delivery. */
public sealed interface DeliveryCommand {

    /** The mail goes out next: from here on a silence means that the outcome is unknown. */
    record StartSending(Instant at, Instant leaseUntil) implements DeliveryCommand {}

    /** What came of it, said by whoever started it. */
    record RecordOutcome(Outcome outcome, Instant at) implements DeliveryCommand {}

    /** Nothing was sent: where to is not known, now or ever. */
    record FindNoAddress(Outcome outcome, Instant at) implements DeliveryCommand {}

    /** It should not be sent any more. What is on its way to the server is not called back. */
    record Forgo(Reason reason, Instant at) implements DeliveryCommand {}

    /** Nobody said what came of it, and its time is up. */
    record FindAbandoned(Instant at) implements DeliveryCommand {}
}
