package org.consilium.notification.lifecycle;

import static org.consilium.notification.lifecycle.Decision.Refusal.NOT_BEING_SENT;
import static org.consilium.notification.lifecycle.Decision.Refusal.NOT_WAITING;
import static org.consilium.notification.lifecycle.Decision.Refusal.STILL_LEASED;

import java.time.Instant;
import org.consilium.notification.lifecycle.Decision.Moved;
import org.consilium.notification.lifecycle.Decision.Refusal;
import org.consilium.notification.lifecycle.Decision.Refused;
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

/**
 * Every rule about a delivery.
 *
 * <p>Uncertain is final. The message also stands in the person's inbox, the coordinator sees that
 * the mail is uncertain, and the next step is mailed again; a second mail that looks like a second
 * event would frighten a family more than a missing one.
 */
public final class DeliveryLifecycle {

    private DeliveryLifecycle() {}

    public static Decision decide(Delivery delivery, DeliveryCommand command, Backoff backoff) {
        return switch (command) {
            case StartSending c -> start(delivery, c);
            case RecordOutcome c -> record(delivery, c, backoff);
            case FindNoAddress c -> withoutAddress(delivery, c, backoff);
            case FindAbandoned c -> abandon(delivery, c);
            case Forgo c -> forgo(delivery, c);
        };
    }

    private static Decision start(Delivery delivery, StartSending c) {
        return switch (delivery) {
            case Queued(var since, int attempts, _) ->
                    new Moved(new Sending(since, attempts + 1, c.leaseUntil()));
            case Sending _, Delivered _, Failed _, Uncertain _, Forgone _ -> refused(NOT_WAITING);
        };
    }

    private static Decision record(Delivery delivery, RecordOutcome c, Backoff backoff) {
        return switch (delivery) {
            case Sending(var since, int attempts, _) ->
                    new Moved(after(c.outcome(), since, attempts, c.at(), backoff));
            case Queued _, Delivered _, Failed _, Uncertain _, Forgone _ -> refused(NOT_BEING_SENT);
        };
    }

    private static Decision withoutAddress(Delivery delivery, FindNoAddress c, Backoff backoff) {
        return switch (delivery) {
            case Queued(var since, int attempts, _) ->
                    new Moved(after(c.outcome(), since, attempts + 1, c.at(), backoff));
            case Sending _, Delivered _, Failed _, Uncertain _, Forgone _ -> refused(NOT_WAITING);
        };
    }

    private static Decision abandon(Delivery delivery, FindAbandoned c) {
        return switch (delivery) {
            case Sending(_, int attempts, var leaseUntil) ->
                    c.at().isBefore(leaseUntil)
                            ? refused(STILL_LEASED)
                            : new Moved(new Uncertain(attempts, c.at(), Reason.SENDER_DIED));
            case Queued _, Delivered _, Failed _, Uncertain _, Forgone _ -> refused(NOT_BEING_SENT);
        };
    }

    private static Decision forgo(Delivery delivery, Forgo c) {
        return switch (delivery) {
            case Queued(_, int attempts, _) -> new Moved(new Forgone(attempts, c.at(), c.reason()));
            case Sending _, Delivered _, Failed _, Uncertain _, Forgone _ -> refused(NOT_WAITING);
        };
    }

    private static Delivery after(
            Outcome outcome, Instant since, int attempts, Instant at, Backoff backoff) {
        return switch (outcome.result()) {
            case TAKEN -> new Delivered(attempts, at);
            case NEVER -> new Failed(attempts, at, outcome.reason());
            case UNKNOWN -> new Uncertain(attempts, at, outcome.reason());
            case NOT_NOW -> {
                var next = backoff.next(attempts, at, outcome.pause());
                yield backoff.isTooLate(since, next)
                        ? new Failed(attempts, at, outcome.reason())
                        : new Queued(since, attempts, next);
            }
        };
    }

    private static Refused refused(Refusal reason) {
        return new Refused(reason);
    }
}
