package org.consilium.kit.deadline;

import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.consilium.kit.work.Actor;
import org.consilium.kit.work.Transactions;
import org.consilium.kit.work.UnitOfWork;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Fires what is due: each deadline in a transaction of its own, by whichever replica claims it
 * first. One that fails is tried again later and holds up no other.
 */
@ApplicationScoped
class DeadlineJob {

    private static final Logger LOG = Logger.getLogger(DeadlineJob.class);

    private final Transactions transactions;
    private final List<DeadlineHandler> handlers;
    private final Pool pool;
    private final Clock clock;
    private final Actor self;

    DeadlineJob(
            Transactions transactions,
            @All List<DeadlineHandler> handlers,
            Pool pool,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String name) {
        this.transactions = transactions;
        this.handlers = handlers;
        this.pool = pool;
        this.clock = clock;
        this.self = Actor.service(name);
    }

    private static final class NotFired extends RuntimeException {
        private final Deadline due;

        NotFired(Deadline due, Throwable cause) {
            super(cause);
            this.due = due;
        }
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> fireWhatIsDue() {
        return Uni.createFrom()
                .deferred(this::fireNext)
                .repeat()
                .whilst(fired -> fired)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** False when nothing is due. */
    private Uni<Boolean> fireNext() {
        return transactions
                .inTransaction(
                        self,
                        work ->
                                claimNext(work)
                                        .onItem()
                                        .ifNotNull()
                                        .call(due -> fire(due, work))
                                        .map(due -> due != null))
                .onFailure(NotFired.class)
                .recoverWithUni(this::postpone);
    }

    /** Null when nothing is due or another replica has it. */
    private Uni<Deadline> claimNext(UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        update deadline set fired_at = :now
                        where (case_id, kind, ref) in (
                            select case_id, kind, ref from deadline
                            where fired_at is null and try_at <= :now
                            order by try_at limit 1 for update skip locked)
                        returning case_id, kind, ref, due_at""",
                        Object[].class)
                .setParameter("now", Deadlines.utc(work.now()))
                .getSingleResultOrNull()
                .map(row -> row == null ? null : deadline(row));
    }

    private Uni<Void> fire(Deadline due, UnitOfWork work) {
        return handlers.stream()
                .filter(handler -> handler.kind().equals(due.kind()))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("no handler for deadline " + due.kind()))
                .fire(due, work)
                .onFailure()
                .transform(failure -> new NotFired(due, failure));
    }

    /** Doubling from a second to an hour. */
    private Uni<Boolean> postpone(NotFired failure) {
        var due = failure.due;
        LOG.errorf(
                failure.getCause(),
                "deadline %s of case %s is tried again later",
                due.kind(),
                due.caseId());
        return pool.preparedQuery(
                        """
                        update deadline set attempts = attempts + 1,
                               try_at = $4 + least(interval '1 hour', interval '1 second' * power(2, least(attempts, 12)))
                        where case_id = $1 and kind = $2 and ref = $3 and fired_at is null""")
                .execute(
                        Tuple.of(
                                due.caseId(),
                                due.kind(),
                                due.ref(),
                                clock.instant().atOffset(ZoneOffset.UTC)))
                .replaceWith(true);
    }

    private static Deadline deadline(Object[] row) {
        return new Deadline(
                (UUID) row[0],
                (String) row[1],
                (UUID) row[2],
                ((OffsetDateTime) row[3]).toInstant());
    }
}
