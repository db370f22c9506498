package org.consilium.kit.deadline;

import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
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
    private final Actor self;

    DeadlineJob(
            Transactions transactions,
            @All List<DeadlineHandler> handlers,
            @ConfigProperty(name = "quarkus.application.name") String name) {
        this.transactions = transactions;
        this.handlers = handlers;
        this.self = Actor.service(name);
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

    /**
     * False when nothing is due. Whatever goes wrong once one is found, a commit that fails
     * included, takes back the claim; so what was found is remembered outside of the transaction.
     */
    private Uni<Boolean> fireNext() {
        var found = new AtomicReference<Deadline>();
        return transactions
                .inTransaction(
                        self,
                        work ->
                                findNext(work)
                                        .invoke(found::set)
                                        .onItem()
                                        .ifNotNull()
                                        .call(due -> claimAndFire(due, work)))
                .map(due -> due != null)
                .onFailure(failure -> found.get() != null)
                .recoverWithUni(failure -> postponed(found.get(), failure));
    }

    /**
     * Null when nothing is due or other replicas are at it. No row is locked yet, that comes after
     * the case: the replicas are kept apart by a lock of their own.
     */
    private Uni<Deadline> findNext(UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        with due as materialized (
                            select case_id, kind, ref, due_at from deadline
                            where try_at <= :now
                            order by try_at limit 50)
                        select case_id, kind, ref, due_at from due
                        where pg_try_advisory_xact_lock(hashtextextended('deadline ' || case_id || kind || ref, 0))
                        limit 1""",
                        Object[].class)
                .setParameter("now", Deadlines.utc(work.now()))
                .getSingleResultOrNull()
                .map(row -> row == null ? null : deadline(row));
    }

    /** One that was lifted or moved before its case was held does not fire. */
    private Uni<Void> claimAndFire(Deadline due, UnitOfWork work) {
        var handler = handlerOf(due);
        return handler.hold(due, work)
                .chain(() -> claim(due, work))
                .chain(claimed -> claimed ? handler.fire(due, work) : Uni.createFrom().voidItem());
    }

    private static Uni<Boolean> claim(Deadline due, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        delete from deadline
                        where case_id = :case and kind = :kind and ref = :ref and try_at <= :now""")
                .setParameter("now", Deadlines.utc(work.now()))
                .setParameter("case", due.caseId())
                .setParameter("kind", due.kind())
                .setParameter("ref", due.ref())
                .executeUpdate()
                .map(rows -> rows == 1);
    }

    private DeadlineHandler handlerOf(Deadline due) {
        return handlers.stream()
                .filter(handler -> handler.kind().equals(due.kind()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing is known of its kind"));
    }

    private Uni<Boolean> postponed(Deadline due, Throwable failure) {
        LOG.errorf(
                failure, "deadline %s of case %s is tried again later", due.kind(), due.caseId());
        return transactions.inTransaction(self, work -> postpone(due, work)).replaceWith(true);
    }

    /** Doubling from a second to an hour. */
    private static Uni<Integer> postpone(Deadline due, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        update deadline set attempts = attempts + 1,
                               try_at = cast(:now as timestamptz)
                                   + least(interval '1 hour', interval '1 second' * power(2, least(attempts, 12)))
                        where case_id = :case and kind = :kind and ref = :ref""")
                .setParameter("now", Deadlines.utc(work.now()))
                .setParameter("case", due.caseId())
                .setParameter("kind", due.kind())
                .setParameter("ref", due.ref())
                .executeUpdate();
    }

    private static Deadline deadline(Object[] row) {
        return new Deadline(
                (UUID) row[0],
                (String) row[1],
                (UUID) row[2],
                ((OffsetDateTime) row[3]).toInstant());
    }
}
