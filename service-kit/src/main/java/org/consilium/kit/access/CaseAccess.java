package org.consilium.kit.access;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.consilium.contracts.Relation;
import org.consilium.kit.work.OwnContext;
import org.consilium.kit.work.UnitOfWork;

/**
 * Who stands how to which case: this service's own projection, folded from participant, consent and
 * assignment events and asked on every request. A relation ends with its row or at its {@code
 * until}; nothing is cached, so a removal takes effect at its commit. Whoever reviews a case is
 * nothing else to it meanwhile: a consent given to them would unmask what they are not to see yet.
 */
@ApplicationScoped
public class CaseAccess {

    /**
     * A client may be ahead of the projection: it was told of a case whose first event is still on
     * its way here.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(400);

    private static final Set<Relation> REVIEWING =
            EnumSet.of(Relation.OFFERED_REVIEWER, Relation.REVIEWER, Relation.SECOND_READER);

    private final Pool pool;
    private final OwnContext context;
    private final Waits waits = new Waits();

    CaseAccess(Pool pool, OwnContext context) {
        this.pool = pool;
        this.context = context;
    }

    private static final class NoRelationYet extends RuntimeException {
        NoRelationYet() {
            super(null, null, false, false);
        }
    }

    /** Repeatable; {@code until} may be null: no end. */
    public Uni<Void> grant(
            UUID caseId, UUID person, Relation relation, Instant until, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        insert into case_access (case_id, person, relation, until)
                        values (:case, :person, :relation, cast(cast(:until as text) as timestamptz))
                        on conflict (case_id, person, relation) do update set until = excluded.until""")
                .setParameter("case", caseId)
                .setParameter("person", person)
                .setParameter("relation", relation.name())
                .setParameter("until", until == null ? null : until.toString())
                .executeUpdate()
                .replaceWithVoid();
    }

    public Uni<Void> revoke(UUID caseId, UUID person, Relation relation, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        "delete from case_access where case_id = :case and person = :person and relation = :relation")
                .setParameter("case", caseId)
                .setParameter("person", person)
                .setParameter("relation", relation.name())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Who stands to the case in one of these relations now. */
    public Uni<Set<UUID>> people(UUID caseId, Set<Relation> relations, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        select distinct person from case_access
                        where case_id = :case and relation in (:relations) and (until is null or until > :now)""",
                        UUID.class)
                .setParameter("case", caseId)
                .setParameter("relations", relations.stream().map(Relation::name).toList())
                .setParameter("now", work.now().atOffset(ZoneOffset.UTC))
                .getResultList()
                .map(Set::copyOf);
    }

    /** Who has ever been let in so, though the relation has ended, for those whose row stays. */
    public Uni<Set<UUID>> everLetIn(UUID caseId, Relation relation, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        "select person from case_access where case_id = :case and relation = :relation",
                        UUID.class)
                .setParameter("case", caseId)
                .setParameter("relation", relation.name())
                .getResultList()
                .map(Set::copyOf);
    }

    /** Everybody's relation of this kind to the case. */
    public Uni<Void> revokeAll(UUID caseId, Relation relation, UnitOfWork work) {
        return revokeAll(caseId, Set.of(relation), work);
    }

    /** Everybody's relations of these kinds to the case. */
    public Uni<Void> revokeAll(UUID caseId, Set<Relation> relations, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        "delete from case_access where case_id = :case and relation in (:relations)")
                .setParameter("case", caseId)
                .setParameter("relations", relations.stream().map(Relation::name).toList())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** How the person stands to the case now; empty for a stranger. */
    public Uni<Set<Relation>> relations(UUID caseId, UUID person, Instant now) {
        return pool.preparedQuery(
                        """
                        select relation from case_access
                        where case_id = $1 and person = $2 and (until is null or until > $3)""")
                .execute(Tuple.of(caseId, person, now.atOffset(ZoneOffset.UTC)))
                .map(CaseAccess::relations);
    }

    /** The same, as it stands in this transaction. */
    public Uni<Set<Relation>> relations(UUID caseId, UUID person, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        select relation from case_access
                        where case_id = :case and person = :person and (until is null or until > :now)""",
                        String.class)
                .setParameter("case", caseId)
                .setParameter("person", person)
                .setParameter("now", work.now().atOffset(ZoneOffset.UTC))
                .getResultList()
                .map(held -> standing(held.stream()));
    }

    /** Whether who held these rows for the case once stands to it now as they did then. */
    public Uni<Boolean> standsStill(UUID caseId, UUID person, String[] held, UnitOfWork work) {
        return relations(caseId, person, work)
                .map(now -> now.containsAll(standing(Stream.of(held))));
    }

    /**
     * The same for somebody at the door: a relation that is not there may be on its way, so it is
     * waited for, up to two seconds. A stranger to a case and whoever asks for one that does not
     * exist wait the same, and neither as often as they like.
     */
    Uni<Set<Relation>> relationsSoon(UUID caseId, UUID person, Instant now) {
        return relations(caseId, person, now)
                .chain(
                        held ->
                                held.isEmpty() && waits.begin(person, now)
                                        ? waitedFor(caseId, person, now)
                                        : Uni.createFrom().item(held));
    }

    private Uni<Set<Relation>> waitedFor(UUID caseId, UUID person, Instant now) {
        return context.stayingOn(
                relations(caseId, person, now).invoke(CaseAccess::checkSomeHeld),
                relations ->
                        relations
                                .invoke(held -> waits.wasWorthIt(person))
                                .onFailure(NoRelationYet.class)
                                .retry()
                                .withBackOff(PAUSE, LONGEST_PAUSE)
                                .expireIn(PATIENCE.toMillis())
                                .onFailure(CaseAccess::isNoRelationYet)
                                .recoverWithItem(Set.of()));
    }

    private static void checkSomeHeld(Set<Relation> held) {
        if (held.isEmpty()) {
            throw new NoRelationYet();
        }
    }

    /** The retry wraps its last failure when it gives up. */
    private static boolean isNoRelationYet(Throwable failure) {
        return failure instanceof NoRelationYet || failure.getCause() instanceof NoRelationYet;
    }

    private static Set<Relation> relations(RowSet<Row> rows) {
        return standing(
                StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString("relation")));
    }

    private static Set<Relation> standing(Stream<String> relations) {
        var held = EnumSet.noneOf(Relation.class);
        relations.map(Relation::valueOf).forEach(held::add);
        if (held.stream().anyMatch(REVIEWING::contains)) {
            held.retainAll(REVIEWING);
        }
        return held;
    }
}
