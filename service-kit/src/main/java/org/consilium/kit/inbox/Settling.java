package org.consilium.kit.inbox;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import org.consilium.contracts.CaseEvent;
import org.consilium.contracts.EventTypes;
import org.consilium.contracts.Source;
import org.consilium.kit.events.Envelope;
import org.consilium.kit.events.EventJson;
import org.consilium.kit.inbox.InboxRows.Admitted;
import org.consilium.kit.trace.Traces;
import org.consilium.kit.work.Actor;
import org.consilium.kit.work.FailPoints;
import org.consilium.kit.work.OwnContext;
import org.consilium.kit.work.Transactions;
import org.consilium.kit.work.UnitOfWork;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The one road for every event, from Kafka, after waiting, asked of its source or replayed: applied
 * in its turn, or kept for it, or a dead letter of its own.
 */
@ApplicationScoped
class Settling {

    private static final Logger LOG = Logger.getLogger(Settling.class);

    private static final Admitted NOTHING_WAITS = new Admitted(Verdict.GAP, false);
    private static final int RETRIES = 6;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);

    private final Transactions transactions;
    private final InboxRows rows;
    private final DeadLetters deadLetters;
    private final InboxCounters counters;
    private final OwnContext context;
    private final Traces traces;
    private final Actor self;

    Settling(
            Transactions transactions,
            InboxRows rows,
            DeadLetters deadLetters,
            InboxCounters counters,
            OwnContext context,
            Traces traces,
            @ConfigProperty(name = "quarkus.application.name") String name) {
        this.transactions = transactions;
        this.rows = rows;
        this.deadLetters = deadLetters;
        this.counters = counters;
        this.context = context;
        this.traces = traces;
        this.self = Actor.service(name);
    }

    /** Also what waited for this one. */
    Uni<Verdict> settle(Envelope event, Arrival arrival, EventConsumer consumer) {
        return applied(event, arrival, consumer, false)
                .call(
                        admitted ->
                                admitted.nextWaits()
                                        ? settleWaiting(event.source(), event.caseId(), consumer)
                                        : nothing())
                .map(Admitted::verdict);
    }

    /** Although its case is parked, which stays so. */
    Uni<Verdict> replay(Envelope event, EventConsumer consumer) {
        return applied(event, Arrival.askedOfItsSource(event), consumer, true)
                .map(Admitted::verdict);
    }

    /** What came early and may have its turn now, one after the other. */
    Uni<Void> settleWaiting(Source source, UUID caseId, EventConsumer consumer) {
        return Uni.createFrom()
                .deferred(() -> settleNextWaiting(source, caseId, consumer))
                .repeat()
                .whilst(Admitted::nextWaits)
                .collect()
                .last()
                .replaceWithVoid();
    }

    Uni<Void> keptAsUnreadable(Arrival arrival, String reason) {
        return kept(arrival, reason, work -> deadLetters.keepUnreadable(arrival, reason, work));
    }

    private Uni<Admitted> settleNextWaiting(Source source, UUID caseId, EventConsumer consumer) {
        return rows.nextWaiting(source, caseId)
                .chain(
                        next ->
                                next.map(e -> applied(e, Arrival.afterWaiting(e), consumer, false))
                                        .orElse(Uni.createFrom().item(NOTHING_WAITS)));
    }

    private Uni<Admitted> applied(
            Envelope event, Arrival arrival, EventConsumer consumer, boolean replay) {
        return traces.goingOn(
                "hear " + event.source().code(),
                event.caseId(),
                event.traceparent(),
                () ->
                        retrying(Uni.createFrom().deferred(() -> admitted(event, consumer, replay)))
                                .onFailure()
                                .recoverWithUni(failure -> died(event, arrival, reason(failure)))
                                .invoke(a -> counters.count(event.source(), a.verdict())));
    }

    private Uni<Admitted> admitted(Envelope event, EventConsumer consumer, boolean replay) {
        return transactions
                .inTransaction(
                        self,
                        work ->
                                rows.admit(event, replay, work)
                                        .call(a -> act(a.verdict(), event, consumer, work))
                                        .invoke(_ -> FailPoints.reach("inbox.before-commit")))
                .invoke(_ -> FailPoints.reach("inbox.after-commit"));
    }

    private Uni<Void> act(
            Verdict verdict, Envelope event, EventConsumer consumer, UnitOfWork work) {
        return switch (verdict) {
            case NEXT -> apply(event, consumer, work);
            case DUPLICATE -> nothing();
            case GAP, PARKED -> rows.keepWaiting(event, work);
            case CONFLICT -> throw new Poison("this seq of the case was another event");
            case DEAD -> throw new IllegalStateException("the database knows no such verdict");
        };
    }

    private Uni<Void> apply(Envelope envelope, EventConsumer consumer, UnitOfWork work) {
        if (!envelope.type().startsWith(envelope.source().code() + ".")) {
            throw new Poison("source and type do not belong together");
        }
        var type = EventTypes.byName(envelope.type());
        if (type.isEmpty()) {
            counters.countUnknown(envelope.source());
            return nothing();
        }
        CaseEvent event = EventJson.read(envelope.data(), type.get());
        if (!envelope.caseId().equals(event.caseId())) {
            throw new Poison("ce_subject is not the event's case");
        }
        return consumer.on(event, envelope, work);
    }

    private Uni<Admitted> died(Envelope event, Arrival arrival, String reason) {
        return kept(arrival, reason, work -> deadLetters.keep(event, arrival, reason, work))
                .replaceWith(new Admitted(Verdict.DEAD, false));
    }

    private Uni<Void> kept(Arrival arrival, String reason, Function<UnitOfWork, Uni<Void>> keep) {
        LOG.errorf("dead letter, %s: %s", arrival.origin(), reason);
        return retrying(Uni.createFrom().deferred(() -> transactions.inTransaction(self, keep)));
    }

    /**
     * Poison is not tried again; all else may pass, so it is tried in place, which keeps the case's
     * order: a few times, and for as long as it takes while the database is away.
     */
    private <T> Uni<T> retrying(Uni<T> attempt) {
        return context.stayingOn(
                attempt,
                uni ->
                        uni.onFailure(failure -> !isPoison(failure) && !DatabaseAway.is(failure))
                                .retry()
                                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                                .atMost(RETRIES)
                                .onFailure(DatabaseAway::is)
                                .retry()
                                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                                .indefinitely());
    }

    private static boolean isPoison(Throwable failure) {
        return failure instanceof Envelope.Malformed;
    }

    /** The kind of the failure at most: its words may quote the content. */
    private static String reason(Throwable failure) {
        return isPoison(failure)
                ? failure.getMessage()
                : rootOf(failure).getClass().getSimpleName();
    }

    private static Throwable rootOf(Throwable failure) {
        return failure.getCause() == null ? failure : rootOf(failure.getCause());
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
