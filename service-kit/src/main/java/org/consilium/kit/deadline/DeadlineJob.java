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
     * False when nothing is due. Whatever goes wrong once one is claimed, a commit that fails
     * included, takes back the claim; so what was claimed is remembered outside of the transaction.
     */
    private Uni<Boolean> fireNext() {
        var claimed = new AtomicReference<Deadline>();
        return transactions
                .inTransaction(
                        self,
                        work ->
                                claimNext(work)
                                        .invoke(claimed::set)
                                        .onItem()
                                        .ifNotNull()
                                        .call(due -> fire(due, work)))
                .map(due -> due != null)
                .onFailure(failure -> claimed.get() != null)
                .recoverWithUni(failure -> postponed(claimed.get(), failure));
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
                .orElseThrow(() -> new IllegalStateException("nothing is known of its kind"))
                .fire(due, work);
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
                        where case_id = :case and kind = :kind and ref = :ref and fired_at is null""")
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
