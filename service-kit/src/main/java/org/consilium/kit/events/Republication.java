package org.consilium.kit.events;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.consilium.kit.work.Actor;
import org.consilium.kit.work.Ids;
import org.consilium.kit.work.Transactions;
import org.consilium.kit.work.UnitOfWork;

/**
 * Puts the event log back into the outbox, each case in its order: for when Kafka lost its data.
 * Consumers that have an event already pass over it. Page by page, each in a transaction of its
 * own, so that it holds up no command.
 */
@ApplicationScoped
class Republication {

    private static final int PAGE = 1000;

    private final Transactions transactions;
    private final Ids ids;

    Republication(Transactions transactions, Ids ids) {
        this.transactions = transactions;
        this.ids = ids;
    }

    /** Up to where it has come, and how many it has queued. */
    private record Progress(UUID caseId, long seq, long queued) {

        static final Progress NONE = new Progress(new UUID(0, 0), 0, 0);

        Progress and(Tuple page) {
            return new Progress(
                    page.get("case_id", UUID.class),
                    page.get("seq", Long.class),
                    queued + page.get("queued", Long.class));
        }
    }

    /** How many events were queued; those that are in the outbox already are not. */
    Uni<Long> since(Instant since, Actor operator) {
        var progress = new AtomicReference<>(Progress.NONE);
        return transactions
                .inTransaction(operator, work -> note(since, work))
                .chain(() -> allPages(since, operator, progress))
                .map(done -> progress.get().queued());
    }

    private Uni<Void> allPages(Instant since, Actor operator, AtomicReference<Progress> progress) {
        return Uni.createFrom()
                .deferred(
                        () ->
                                transactions.inTransaction(
                                        operator, work -> nextPage(since, progress, work)))
                .repeat()
                .whilst(more -> more)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> note(Instant since, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        "insert into republication (id, since, asked_by, asked_at) values (:id, :since, :by, :at)")
                .setParameter("id", ids.next())
                .setParameter("since", since.atOffset(ZoneOffset.UTC))
                .setParameter("by", work.actor().value())
                .setParameter("at", work.now().atOffset(ZoneOffset.UTC))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** False after the last page. */
    private static Uni<Boolean> nextPage(
            Instant since, AtomicReference<Progress> progress, UnitOfWork work) {
        work.announce();
        return work.session()
                .createNativeQuery(
                        """
                        with page as (
                            select case_id, seq from event
                            where occurred_at >= :since and (case_id, seq) > (:case, :seq)
                            order by case_id, seq limit :page),
                        queued as (
                            insert into outbox (case_id, seq, again)
                            select p.case_id, p.seq, true from page p
                            where not exists (select 1 from outbox o where o.case_id = p.case_id and o.seq = p.seq)
                            order by p.case_id, p.seq returning 1)
                        select case_id, seq, (select count(*) from queued) as queued
                        from page order by case_id desc, seq desc limit 1""",
                        Tuple.class)
                .setParameter("since", since.atOffset(ZoneOffset.UTC))
                .setParameter("case", progress.get().caseId())
                .setParameter("seq", progress.get().seq())
                .setParameter("page", PAGE)
                .getSingleResultOrNull()
                .onItem()
                .ifNotNull()
                .invoke(page -> progress.updateAndGet(before -> before.and(page)))
                .map(page -> page != null);
    }
}
