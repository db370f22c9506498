package org.consilium.notification.webhooks;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consilium.notification.lifecycle.Backoff;

/** One endpoint, and how it has been doing. */
@Entity
@Table(name = "webhook")
class WebhookRow {

    enum State {
        ACTIVE,
        DISABLED
    }

    /** Why it is switched off. */
    enum Because {
        ASKED,
        FAILING,
        GONE
    }

    @Id UUID id;

    String url;

    @Column(name = "event_types")
    String eventTypes;

    @Enumerated(EnumType.STRING)
    State state = State.ACTIVE;

    @Enumerated(EnumType.STRING)
    @Column(name = "disabled_because")
    Because disabledBecause;

    int generation = 1;

    @Column(name = "old_until")
    Instant oldUntil;

    int failures;

    @Column(name = "failing_since")
    Instant failingSince;

    @Column(name = "resume_at")
    Instant resumeAt;

    @Column(name = "created_at")
    Instant createdAt;

    List<String> eventTypes() {
        return List.of(eventTypes.split(","));
    }

    boolean isActive() {
        return state == State.ACTIVE;
    }

    void enable() {
        state = State.ACTIVE;
        disabledBecause = null;
        succeeded();
    }

    void disable(Because why) {
        state = State.DISABLED;
        disabledBecause = why;
    }

    void rotate(Instant oldUntil) {
        generation++;
        this.oldUntil = oldUntil;
    }

    void succeeded() {
        failures = 0;
        failingSince = null;
        resumeAt = null;
    }

    /** Left alone for longer each time, and by its own wish longer still. */
    void failed(Instant now, Backoff backoff, Duration asked) {
        failures++;
        failingSince = failingSince == null ? now : failingSince;
        resumeAt = backoff.next(failures, now, asked);
    }

    boolean hasFailedFor(Duration time, Instant now) {
        return failingSince != null && !now.isBefore(failingSince.plus(time));
    }
}
