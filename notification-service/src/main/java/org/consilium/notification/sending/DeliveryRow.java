package org.consilium.notification.sending;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.consilium.notification.lifecycle.Delivery;
import org.consilium.notification.lifecycle.Delivery.Delivered;
import org.consilium.notification.lifecycle.Delivery.Failed;
import org.consilium.notification.lifecycle.Delivery.Forgone;
import org.consilium.notification.lifecycle.Delivery.Queued;
import org.consilium.notification.lifecycle.Delivery.Sending;
import org.consilium.notification.lifecycle.Delivery.Uncertain;
import org.consilium.notification.lifecycle.Reason;

/** A delivery as it is stored; the columns that a state does not speak of are null. */
@Entity
@Table(name = "delivery")
@IdClass(DeliveryKey.class)
class DeliveryRow {

    enum State {
        QUEUED,
        SENDING,
        DELIVERED,
        FAILED,
        UNCERTAIN,
        FORGONE
    }

    @Id
    @Column(name = "notification_id")
    UUID notificationId;

    @Id String channel;

    @Enumerated(EnumType.STRING)
    State state;

    Instant since;

    int attempts;

    @Column(name = "due_at")
    Instant dueAt;

    @Column(name = "ended_at")
    Instant endedAt;

    @Enumerated(EnumType.STRING)
    Reason reason;

    Delivery toDelivery() {
        return switch (state) {
            case QUEUED -> new Queued(since, attempts, dueAt);
            case SENDING -> new Sending(since, attempts, dueAt);
            case DELIVERED -> new Delivered(attempts, endedAt);
            case FAILED -> new Failed(attempts, endedAt, reason);
            case UNCERTAIN -> new Uncertain(attempts, endedAt, reason);
            case FORGONE -> new Forgone(attempts, endedAt, reason);
        };
    }

    void become(Delivery delivery) {
        attempts = delivery.attempts();
        switch (delivery) {
            case Queued queued -> waiting(State.QUEUED, queued.notBefore());
            case Sending sending -> waiting(State.SENDING, sending.leaseUntil());
            case Delivered delivered -> ended(State.DELIVERED, delivered.at(), null);
            case Failed failed -> ended(State.FAILED, failed.at(), failed.reason());
            case Uncertain uncertain -> ended(State.UNCERTAIN, uncertain.at(), uncertain.reason());
            case Forgone forgone -> ended(State.FORGONE, forgone.at(), forgone.reason());
        }
    }

    private void waiting(State next, Instant until) {
        state = next;
        dueAt = until;
    }

    private void ended(State next, Instant at, Reason why) {
        state = next;
        dueAt = null;
        endedAt = at;
        reason = why;
    }
}
