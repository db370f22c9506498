package org.consilium.kit.operator;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.consilium.kit.inbox.Replay;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.Actor;
import org.consilium.kit.work.Transactions;
import org.consilium.kit.work.UnitOfWork;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Replays what an operator asked for at the database: only the service can apply an event. Asked
 * for while no replica runs, it is done when one does.
 */
@ApplicationScoped
class ReplayJob {

    private static final Logger LOG = Logger.getLogger(ReplayJob.class);

    /**
     * Whoever claimed it two minutes ago and left no outcome has died; if not, that is harmless: an
     * event is applied once.
     */
    private static final String ASKED_FOR =
            """
            replay_asked_at is not null and replayed_at is null
            and coalesce(replay_claimed_at, '-infinity') < greatest(replay_asked_at, now() - interval '2 minutes')""";

    private final Pool pool;
    private final Replay replay;
    private final Transactions transactions;
    private final Actor self;

    ReplayJob(
            Pool pool,
            Replay replay,
            Transactions transactions,
            @ConfigProperty(name = "quarkus.application.name") String name) {
        this.pool = pool;
        this.replay = replay;
        this.transactions = transactions;
        this.self = Actor.service(name);
    }

    private record Asked(UUID letter, Actor operator) {

        static Asked of(Object[] row) {
            return new Asked((UUID) row[0], new Actor((String) row[1]));
        }
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> replayWhatIsAskedFor() {
        return isAskedFor()
                .chain(asked -> asked ? replayAll() : Uni.createFrom().voidItem())
                .onFailure()
                .invoke(failure -> LOG.warnf("replays are tried again: %s", failure))
                .onFailure()
                .recoverWithNull();
    }

    /** Almost never; so a look costs no transaction. */
    private Uni<Boolean> isAskedFor() {
        return pool.query("select 1 from dead_letter where %s limit 1".formatted(ASKED_FOR))
                .execute()
                .map(rows -> rows.size() > 0);
    }

    private Uni<Void> replayAll() {
        return Uni.createFrom()
                .deferred(this::replayNext)
                .repeat()
                .whilst(replayed -> replayed)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** False when nothing is asked for. */
    private Uni<Boolean> replayNext() {
        return transactions
                .inTransaction(self, ReplayJob::claim)
                .onItem()
                .ifNotNull()
                .call(this::replay)
                .map(asked -> asked != null);
    }

    /** Null when nothing is asked for. The wish stays until it has an outcome. */
    private static Uni<Asked> claim(UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        with next as (
                            select id, replay_asked_by from dead_letter
                            where %s
                            order by replay_asked_at limit 1 for update skip locked)
                        update dead_letter d set replay_claimed_at = now() from next
                        where d.id = next.id returning d.id, next.replay_asked_by"""
                                .formatted(ASKED_FOR),
                        Object[].class)
                .getSingleResultOrNull()
                .map(row -> row == null ? null : Asked.of(row));
    }

    private Uni<Void> replay(Asked asked) {
        return replay.of(asked.letter(), asked.operator())
                .onFailure()
                .recoverWithUni(failure -> refused(asked, failure));
    }

    private Uni<Void> refused(Asked asked, Throwable failure) {
        var reason =
                failure instanceof Problem problem
                        ? problem.code()
                        : failure.getClass().getSimpleName();
        LOG.warnf("dead letter %s is not replayed: %s", asked.letter(), reason);
        return transactions.inTransaction(self, work -> note(asked, reason, work));
    }

    private static Uni<Void> note(Asked asked, String reason, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        "update dead_letter set replay_refused = :reason, replay_asked_at = null where id = :id")
                .setParameter("reason", reason)
                .setParameter("id", asked.letter())
                .executeUpdate()
                .replaceWithVoid();
    }
}
