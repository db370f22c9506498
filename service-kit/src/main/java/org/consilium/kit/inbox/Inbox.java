package org.consilium.kit.inbox;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.consilium.contracts.CaseEvent;
import org.consilium.contracts.EventTypes;
import org.consilium.kit.events.Envelope;
import org.consilium.kit.events.EventJson;
import org.consilium.kit.work.Actor;
import org.consilium.kit.work.FailPoints;
import org.consilium.kit.work.OwnContext;
import org.consilium.kit.work.Transactions;
import org.consilium.kit.work.UnitOfWork;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The way in for events: each has its effect once, in its case's order, whatever is delivered how
 * often.
 *
 * <p>One transaction holds the check {@code seq == last + 1}, the note that it was handled, the
 * effect and what the effect publishes; the offset follows after. An older one is passed over and
 * counted. One that came early waits, and after a while its source is asked for what is missing.
 * One that cannot be applied goes to the dead letters with its reason and parks its case there:
 * later events of that case wait until an operator replays it.
 */
@ApplicationScoped
public class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);

    private static final int RETRIES = 6;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);

    private final Transactions transactions;
    private final InboxRows rows;
    private final DeadLetters deadLetters;
    private final InboxCounters counters;
    private final OwnContext context;
    private final Actor self;
    private final String topicPrefix;

    Inbox(
            Transactions transactions,
            InboxRows rows,
            DeadLetters deadLetters,
            InboxCounters counters,
            OwnContext context,
            @ConfigProperty(name = "quarkus.application.name") String name,
            @ConfigProperty(name = "consilium.topic-prefix") Optional<String> topicPrefix) {
        this.transactions = transactions;
        this.rows = rows;
        this.deadLetters = deadLetters;
        this.counters = counters;
        this.context = context;
        this.self = Actor.service(name);
        this.topicPrefix = topicPrefix.orElse("");
    }

    /**
     * Completes when the record is settled one way or the other and its offset may be committed;
     * while the database is away it waits.
     */
    public Uni<Void> once(ConsumerRecord<String, byte[]> record, EventConsumer consumer) {
        Envelope envelope;
        try {
            envelope = Envelope.read(record.headers(), record.value());
            checkOwner(envelope, record.topic());
        } catch (Envelope.Malformed malformed) {
            return keptAsDead(record, malformed.getMessage());
        }
        return settle(envelope, consumer)
                .onFailure()
                .recoverWithUni(failure -> keptAsDead(record, reason(failure)));
    }

    /** The same for an event that came another way: asked of its source, or replayed. */
    public Uni<Void> settle(Envelope envelope, EventConsumer consumer) {
        return retrying(Uni.createFrom().deferred(() -> admitted(envelope, consumer)))
                .chain(
                        verdict ->
                                verdict == Verdict.NEXT
                                        ? settleWaiting(envelope, consumer)
                                        : nothing());
    }

    private Uni<Verdict> admitted(Envelope envelope, EventConsumer consumer) {
        return transactions
                .inTransaction(
                        self,
                        work ->
                                rows.admit(envelope, work)
                                        .call(verdict -> act(verdict, envelope, consumer, work))
                                        .invoke(verdict -> FailPoints.reach("inbox.before-commit")))
                .invoke(verdict -> FailPoints.reach("inbox.after-commit"))
                .invoke(verdict -> counters.count(envelope.source(), verdict));
    }

    private Uni<Void> act(
            Verdict verdict, Envelope envelope, EventConsumer consumer, UnitOfWork work) {
        return switch (verdict) {
            case NEXT -> apply(envelope, consumer, work);
            case DUPLICATE -> nothing();
            case GAP, PARKED -> rows.keepWaiting(envelope, work);
            case CONFLICT ->
                    Uni.createFrom().failure(new Poison("this seq of the case was another event"));
        };
    }

    private Uni<Void> apply(Envelope envelope, EventConsumer consumer, UnitOfWork work) {
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

    /** An event that came early may have its turn now. */
    private Uni<Void> settleWaiting(Envelope settled, EventConsumer consumer) {
        return rows.nextWaiting(settled)
                .chain(next -> next.isPresent() ? settle(next.get(), consumer) : nothing());
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

    private Uni<Void> keptAsDead(ConsumerRecord<String, byte[]> record, String reason) {
        LOG.errorf(
                "dead letter from %s-%d@%d: %s",
                record.topic(), record.partition(), record.offset(), reason);
        return retrying(
                Uni.createFrom()
                        .deferred(
                                () ->
                                        transactions.inTransaction(
                                                self,
                                                work -> deadLetters.keep(record, reason, work))));
    }

    private void checkOwner(Envelope envelope, String topic) {
        var ownTopic = topic.equals(topicPrefix + envelope.source().topic());
        if (!ownTopic || !envelope.type().startsWith(envelope.source().code() + ".")) {
            throw new Poison("source, type and topic do not belong together");
        }
    }

    private static boolean isPoison(Throwable failure) {
        return failure instanceof Envelope.Malformed;
    }

    private static String reason(Throwable failure) {
        return isPoison(failure) ? failure.getMessage() : failure.getClass().getSimpleName();
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
