package org.consilium.notification.sending;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.consilium.contracts.NotificationEvent;
import org.consilium.contracts.NotificationEvent.NotificationDelivered;
import org.consilium.contracts.NotificationEvent.NotificationFailed;
import org.consilium.kit.events.Outbox;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.notification.channels.RetryConfig;
import org.consilium.notification.lifecycle.Backoff;
import org.consilium.notification.lifecycle.Decision;
import org.consilium.notification.lifecycle.Decision.Moved;
import org.consilium.notification.lifecycle.Delivery;
import org.consilium.notification.lifecycle.Delivery.Delivered;
import org.consilium.notification.lifecycle.Delivery.Failed;
import org.consilium.notification.lifecycle.Delivery.Forgone;
import org.consilium.notification.lifecycle.Delivery.Queued;
import org.consilium.notification.lifecycle.Delivery.Sending;
import org.consilium.notification.lifecycle.Delivery.Uncertain;
import org.consilium.notification.lifecycle.DeliveryCommand;
import org.consilium.notification.lifecycle.DeliveryLifecycle;
import org.consilium.notification.lifecycle.Reason;

/** Load, decide, store, announce: the only place where a delivery changes. */
@ApplicationScoped
class DeliveryDesk {

    private final Outbox outbox;
    private final Attempts attempts;
    private final Backoff backoff;

    DeliveryDesk(Outbox outbox, Attempts attempts, RetryConfig retry) {
        this.outbox = outbox;
        this.attempts = attempts;
        this.backoff = retry.backoff();
    }

    Uni<Decision> handle(DeliveryKey key, DeliveryCommand command, UnitOfWork work) {
        return work.session()
                .find(DeliveryRow.class, key, LockModeType.PESSIMISTIC_WRITE)
                .chain(row -> handle(row, command, work));
    }

    private Uni<Decision> handle(DeliveryRow row, DeliveryCommand command, UnitOfWork work) {
        var decision = DeliveryLifecycle.decide(row.toDelivery(), command, backoff);
        return decision instanceof Moved(var to)
                ? store(row, to, command, work).replaceWith(decision)
                : Uni.createFrom().item(decision);
    }

    private Uni<Void> store(
            DeliveryRow row, Delivery to, DeliveryCommand command, UnitOfWork work) {
        row.become(to);
        return attempts.note(row, command, work).chain(() -> announce(row, to, work));
    }

    private Uni<Void> announce(DeliveryRow row, Delivery to, UnitOfWork work) {
        return switch (to) {
            case Queued _, Sending _, Forgone _ -> Uni.createFrom().voidItem();
            case Delivered _ -> announce(row, Optional.empty(), work);
            case Failed failed -> announce(row, Optional.of(failed.reason()), work);
            case Uncertain uncertain -> announce(row, Optional.of(uncertain.reason()), work);
        };
    }

    private Uni<Void> announce(DeliveryRow row, Optional<Reason> failure, UnitOfWork work) {
        return work.session()
                .find(NotificationRow.class, row.notificationId)
                .chain(told -> outbox.append(event(row, told, failure), work))
                .replaceWithVoid();
    }

    private static NotificationEvent event(
            DeliveryRow row, NotificationRow told, Optional<Reason> failure) {
        return failure.<NotificationEvent>map(
                        reason ->
                                new NotificationFailed(
                                        told.caseId,
                                        told.id,
                                        told.kind,
                                        row.channel,
                                        told.recipient,
                                        reason.code()))
                .orElseGet(
                        () ->
                                new NotificationDelivered(
                                        told.caseId,
                                        told.id,
                                        told.kind,
                                        row.channel,
                                        told.recipient));
    }
}
