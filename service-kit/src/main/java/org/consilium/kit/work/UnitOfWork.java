package org.consilium.kit.work;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The proof of an open transaction. Only {@link Transactions} can make one, so whatever asks for it
 * cannot be called outside.
 *
 * <p>Not to be kept: it is void once the transaction has ended. Operations on one unit of work run
 * one after the other.
 */
public final class UnitOfWork {

    private final Mutiny.Session session;
    private final Actor actor;
    private final Instant now;
    private final Optional<String> traceparent;
    private boolean announced;
    private UUID caseId;

    UnitOfWork(Mutiny.Session session, Actor actor, Instant now, Optional<String> traceparent) {
        this.session = session;
        this.actor = actor;
        this.now = now;
        this.traceparent = traceparent;
    }

    public Mutiny.Session session() {
        return session;
    }

    /** On whose behalf everything in this transaction happens. */
    public Actor actor() {
        return actor;
    }

    /** The one time of this transaction, in microseconds, as PostgreSQL keeps it. */
    public Instant now() {
        return now;
    }

    /** The step of the trace this transaction belongs to; empty when none is recorded. */
    public Optional<String> traceparent() {
        return traceparent;
    }

    /**
     * Something was written that others wait for: whoever listens on this database's channel {@code
     * outbox} is woken after the commit, the relay first of all.
     */
    public void announce() {
        announced = true;
    }

    /** What is written belongs to this case. */
    public void isAbout(UUID ofCase) {
        caseId = ofCase;
    }

    /** The case of the events published so far; empty for none. */
    public Optional<UUID> caseId() {
        return Optional.ofNullable(caseId);
    }

    boolean announced() {
        return announced;
    }
}
