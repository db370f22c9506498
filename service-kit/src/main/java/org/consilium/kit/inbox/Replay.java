package org.consilium.kit.inbox;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.consilium.contracts.Source;
import org.consilium.kit.events.Envelope;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.Actor;
import org.consilium.kit.work.Transactions;
import org.consilium.kit.work.UnitOfWork;
import org.jboss.logging.Logger;

/**
 * Takes a dead letter's event from its source's log, which is the truth, rather than trying the
 * dead bytes again.
 *
 * <p>The case stays parked until the event was applied, so a replay that fails or dies half-way
 * changes nothing; it is refused with its reason and the letter stays.
 */
@ApplicationScoped
public class Replay {

    private static final Logger LOG = Logger.getLogger(Replay.class);

    private final Pool pool;
    private final EventSources sources;
    private final Settling settling;
    private final Transactions transactions;

    Replay(Pool pool, EventSources sources, Settling settling, Transactions transactions) {
        this.pool = pool;
        this.sources = sources;
        this.settling = settling;
        this.transactions = transactions;
    }

    /** The event a letter is about, and from where on the case lacks what its source has. */
    private record Lost(UUID letter, Source source, UUID caseId, long seq, long from) {

        static Lost of(Row row) {
            if (row.getUUID("case_id") == null) {
                throw new Problem(
                        409, "case-unknown", "Its case cannot be told, so no source has it.");
            }
            return new Lost(
                    row.getUUID("id"),
                    Source.ofCode(row.getString("source")).orElseThrow(),
                    row.getUUID("case_id"),
                    row.getLong("seq"),
                    row.getLong("from_seq"));
        }
    }

    private record Replayed(Envelope event, Verdict verdict) {}

    public Uni<Void> of(UUID letter, Actor operator) {
        return lost(letter)
                .chain(
                        lost -> {
                            var consumer =
                                    sources.consumerOf(lost.source())
                                            .orElseThrow(() -> notHeardHere(lost));
                            return applied(lost, consumer)
                                    .call(() -> released(lost, operator))
                                    .chain(
                                            () ->
                                                    settling.settleWaiting(
                                                            lost.source(),
                                                            lost.caseId(),
                                                            consumer));
                        });
    }

    private Uni<Lost> lost(UUID letter) {
        return pool.preparedQuery(
                        """
                        select d.id, d.source, d.case_id, d.seq, least(d.seq, h.last_seq + 1) as from_seq
                        from dead_letter d left join inbox_head h using (source, case_id)
                        where d.id = $1 and d.replayed_at is null""")
                .execute(Tuple.of(letter))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next())
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .map(Lost::of);
    }

    private Uni<Void> applied(Lost lost, EventConsumer consumer) {
        return sources.log(lost.source(), lost.caseId(), lost.from())
                .onFailure()
                .transform(failure -> away(lost, failure))
                .onItem()
                .transformToMulti(events -> Multi.createFrom().iterable(events))
                .onItem()
                .transformToUniAndConcatenate(
                        event ->
                                settling.replay(event, consumer)
                                        .map(verdict -> new Replayed(event, verdict)))
                .collect()
                .asList()
                .call(replayed -> isApplied(lost, replayed) ? nothing() : refused(lost))
                .replaceWithVoid();
    }

    private static boolean isApplied(Lost lost, List<Replayed> replayed) {
        return replayed.stream()
                .filter(one -> one.event().seq() == lost.seq())
                .anyMatch(one -> one.verdict().isApplied());
    }

    private static Problem notHeardHere(Lost lost) {
        return new Problem(
                409, "not-applied", "This service does not listen to " + lost.source().code());
    }

    private static Problem away(Lost lost, Throwable failure) {
        LOG.warnf("%s cannot be asked about case %s: %s", lost.source(), lost.caseId(), failure);
        return new Problem(
                502, "source-away", "Its source cannot be asked now; the case stays parked.");
    }

    private Uni<Void> refused(Lost lost) {
        return pool.preparedQuery(
                        """
                        select reason from dead_letter where source = $1 and case_id = $2 and replayed_at is null
                        order by died_at desc limit 1""")
                .execute(Tuple.of(lost.source().code(), lost.caseId()))
                .map(rows -> rows.iterator().next().getString("reason"))
                .map(
                        reason ->
                                new Problem(
                                        409,
                                        "not-applied",
                                        "The source's log did not help; the case stays parked. The last reason: "
                                                + reason))
                .chain(problem -> Uni.createFrom().failure(problem));
    }

    private Uni<Void> released(Lost lost, Actor operator) {
        return transactions.inTransaction(
                operator, work -> mark(lost, work).chain(() -> unpark(lost, work)));
    }

    private static Uni<Integer> mark(Lost lost, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        "update dead_letter set replayed_at = :at, replayed_by = :by where id = :id")
                .setParameter("at", work.now().atOffset(ZoneOffset.UTC))
                .setParameter("by", work.actor().value())
                .setParameter("id", lost.letter())
                .executeUpdate();
    }

    /** Not while another letter of the case is open. */
    private static Uni<Void> unpark(Lost lost, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        update inbox_head set parked_since = null
                        where source = :source and case_id = :case and not exists (
                            select 1 from dead_letter d
                            where d.source = :source and d.case_id = :case and d.replayed_at is null)""")
                .setParameter("source", lost.source().code())
                .setParameter("case", lost.caseId())
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
