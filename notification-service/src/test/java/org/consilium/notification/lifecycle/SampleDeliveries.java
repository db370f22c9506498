package org.consilium.notification.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.consilium.notification.lifecycle.Delivery.Delivered;
import org.consilium.notification.lifecycle.Delivery.Failed;
import org.consilium.notification.lifecycle.Delivery.Forgone;
import org.consilium.notification.lifecycle.Delivery.Queued;
import org.consilium.notification.lifecycle.Delivery.Sending;
import org.consilium.notification.lifecycle.Delivery.Uncertain;
import org.consilium.notification.lifecycle.DeliveryCommand.FindAbandoned;
import org.consilium.notification.lifecycle.DeliveryCommand.FindNoAddress;
import org.consilium.notification.lifecycle.DeliveryCommand.Forgo;
import org.consilium.notification.lifecycle.DeliveryCommand.RecordOutcome;
import org.consilium.notification.lifecycle.DeliveryCommand.StartSending;

/** A delivery in each state, and what may happen to it. */
public final class SampleDeliveries {

    public static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    public static final Backoff BACKOFF =
            new Backoff(Duration.ofSeconds(10), Duration.ofHours(1), Duration.ofHours(24));

    private SampleDeliveries() {}

    public static Decision decide(Delivery delivery, DeliveryCommand command) {
        return DeliveryLifecycle.decide(delivery, command, BACKOFF);
    }

    public static Delivery queued() {
        return Delivery.queued(NOW);
    }

    public static Delivery sending(int attempts) {
        return new Sending(NOW, attempts, NOW.plusSeconds(120));
    }

    public static Delivery delivered() {
        return new Delivered(1, NOW);
    }

    public static Delivery uncertain() {
        return new Uncertain(1, NOW, Reason.SENDER_DIED);
    }

    public static DeliveryCommand said(Outcome outcome) {
        return new RecordOutcome(outcome, NOW);
    }

    public static List<Delivery> oneOfEachState() {
        return List.of(
                new Queued(NOW, 0, NOW),
                sending(1),
                delivered(),
                new Failed(1, NOW, Reason.SERVER_REFUSES),
                uncertain(),
                new Forgone(0, NOW, Reason.PATIENT_DIED));
    }

    public static List<DeliveryCommand> oneOfEachCommand() {
        return List.of(
                new StartSending(NOW, NOW.plusSeconds(120)),
                said(Outcome.taken(250)),
                said(Outcome.refused(451)),
                said(Outcome.refused(550)),
                said(Outcome.unknown(Reason.NO_ANSWER_AFTER_SENDING)),
                new FindNoAddress(Outcome.notNow(Reason.DIRECTORY_AWAY), NOW),
                new FindNoAddress(Outcome.never(Reason.NO_ADDRESS), NOW),
                new FindAbandoned(NOW.plusSeconds(120)),
                new Forgo(Reason.PATIENT_DIED, NOW));
    }
}
