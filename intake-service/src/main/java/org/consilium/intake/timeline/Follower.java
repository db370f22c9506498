package org.consilium.intake.timeline;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Instant;
import java.util.UUID;

/**
 * One open stream: it waits to be woken, sends what is new, and waits again. Nothing is kept for
 * one that does not wait; it only learns that there was something.
 */
final class Follower {

    private final UUID caseId;
    private final UUID person;
    private final Runnable cut;
    private Wake pending = Wake.CHANGED; // the first look is owed
    private UniEmitter<? super Wake> waiting;
    private Instant awakeSince;

    Follower(UUID caseId, UUID person, Instant now, Runnable cut) {
        this.caseId = caseId;
        this.person = person;
        this.awakeSince = now;
        this.cut = cut;
    }

    UUID caseId() {
        return caseId;
    }

    UUID person() {
        return person;
    }

    /** The next reason to look; at once when there was one meanwhile. */
    Uni<Wake> next() {
        return Uni.createFrom().<Wake>emitter(this::await);
    }

    private void await(UniEmitter<? super Wake> emitter) {
        Wake owed;
        synchronized (this) {
            owed = pending;
            pending = null;
            waiting = owed == null ? emitter : null;
        }
        if (owed != null) {
            emitter.complete(owed);
        }
    }

    void wake(Wake reason, Instant now) {
        UniEmitter<? super Wake> woken;
        synchronized (this) {
            woken = waiting;
            waiting = null;
            if (woken == null) {
                pending = pending == null || pending.compareTo(reason) < 0 ? reason : pending;
            } else {
                awakeSince = now;
            }
        }
        if (woken != null) {
            woken.complete(reason);
        }
    }

    /** It was woken before that and has not taken what it was sent. */
    synchronized boolean hasNotReadSince(Instant then) {
        return waiting == null && awakeSince.isBefore(then);
    }

    /** Ends the connection, read or not. */
    void cut() {
        cut.run();
    }
}
