package org.consilium.notification.webhooks;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One event on its way to one endpoint. */
@Entity
@Table(name = "webhook_delivery")
class WebhookDeliveryRow {

    enum State {
        QUEUED,
        DELIVERED,
        FAILED
    }

    @Id UUID id;

    @Column(name = "webhook_id")
    UUID webhookId;

    @Column(name = "event_id")
    UUID eventId;

    @Column(name = "event_type")
    String eventType;

    @Column(name = "case_id")
    UUID caseId;

    String body;

    @Enumerated(EnumType.STRING)
    State state;

    Instant since;

    int attempts;

    @Column(name = "due_at")
    Instant dueAt;

    @Column(name = "ended_at")
    Instant endedAt;

    void queue(Instant now) {
        state = State.QUEUED;
        since = now;
        dueAt = now;
        endedAt = null;
    }

    void retry(Instant at) {
        dueAt = at;
    }

    void end(State as, Instant now) {
        state = as;
        dueAt = null;
        endedAt = now;
    }
}
