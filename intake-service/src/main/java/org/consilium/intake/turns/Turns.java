package org.consilium.intake.turns;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.consilium.intake.cases.Case;
import org.consilium.intake.cases.Turn;
import org.consilium.kit.work.UnitOfWork;

/** The changes of turn, in the transaction of what caused them. */
@ApplicationScoped
public class Turns {

    private static final String OF_CASE =
            "select since, turn, opinion_awaited from case_turn where case_id = %s order by place";

    private final Pool pool;

    Turns(Pool pool) {
        this.pool = pool;
    }

    /** The first, of a case that was just opened. */
    public Uni<Void> begin(Case opened, UnitOfWork work) {
        return add(opened, work.now(), work);
    }

    /** Nothing is written as long as the turn stays where it is. */
    public Uni<Void> pass(Case before, Case after, Instant at, UnitOfWork work) {
        boolean stays =
                Turn.of(before) == Turn.of(after)
                        && before.state().isOpinionAwaited() == after.state().isOpinionAwaited();
        return stays ? Uni.createFrom().voidItem() : add(after, at, work);
    }

    /**
     * Another service's clock may be behind ours, and its news late: a turn does not begin before
     * the one that it ends.
     */
    private static Uni<Void> add(Case current, Instant at, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        insert into case_turn (case_id, since, turn, opinion_awaited)
                        select cast(:case as uuid), greatest(:at, max(since)), cast(:turn as text), cast(:awaited as boolean)
                        from case_turn where case_id = :case""")
                .setParameter("case", current.id())
                .setParameter("at", at.atOffset(ZoneOffset.UTC))
                .setParameter("turn", Turn.of(current).code())
                .setParameter("awaited", current.state().isOpinionAwaited())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Oldest first. */
    public Uni<List<TurnHeld>> of(UUID caseId) {
        return pool.preparedQuery(OF_CASE.formatted("$1"))
                .execute(Tuple.of(caseId))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(
                                                row ->
                                                        held(
                                                                row.getOffsetDateTime("since"),
                                                                row.getString("turn"),
                                                                row.getBoolean("opinion_awaited")))
                                        .toList());
    }

    /** The same, with what this transaction has added. */
    public Uni<List<TurnHeld>> of(UUID caseId, UnitOfWork work) {
        return work.session()
                .createNativeQuery(OF_CASE.formatted(":case"), Object[].class)
                .setParameter("case", caseId)
                .getResultList()
                .map(
                        rows ->
                                rows.stream()
                                        .map(
                                                row ->
                                                        held(
                                                                (OffsetDateTime) row[0],
                                                                (String) row[1],
                                                                (Boolean) row[2]))
                                        .toList());
    }

    private static TurnHeld held(OffsetDateTime since, String turn, boolean awaited) {
        return new TurnHeld(since.toInstant(), Turn.ofCode(turn).orElseThrow(), awaited);
    }
}
