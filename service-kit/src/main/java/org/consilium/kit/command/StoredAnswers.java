package org.consilium.kit.command;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.consilium.kit.access.CaseAccess;
import org.consilium.kit.work.Actor;
import org.consilium.kit.work.Transactions;
import org.consilium.kit.work.UnitOfWork;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Answers to commands, by caller and key: kept 24 hours, and no longer than their case. */
@ApplicationScoped
public class StoredAnswers {

    private static final Duration KEPT = Duration.ofHours(24);

    private final Transactions transactions;
    private final CaseAccess access;
    private final Actor self;

    StoredAnswers(
            Transactions transactions,
            CaseAccess access,
            @ConfigProperty(name = "quarkus.application.name") String name) {
        this.transactions = transactions;
        this.access = access;
        this.self = Actor.service(name);
    }

    record CommandKey(UUID caller, String key, String requestHash) {}

    /** As it is sent. */
    record Written(int status, String body, String location, String etag) {}

    /**
     * What stands under a key; the key is this transaction's until it ends.
     *
     * @param free false while another transaction has it
     * @param requestHash null when there is no answer yet
     */
    record Stored(boolean free, String requestHash, Written answer) {

        static Stored of(Tuple row) {
            boolean unseen = row.get("request_hash") == null;
            return new Stored(
                    row.get("free", Boolean.class),
                    row.get("request_hash", String.class),
                    unseen ? null : written(row));
        }

        private static Written written(Tuple row) {
            return new Written(
                    row.get("status", Integer.class),
                    row.get("body", String.class),
                    row.get("location", String.class),
                    row.get("etag", String.class));
        }
    }

    Uni<Stored> find(CommandKey key, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        "select free, request_hash, status, body, location, etag from stored_answer(:caller, :key)",
                        Tuple.class)
                .setParameter("caller", key.caller())
                .setParameter("key", key.key())
                .getSingleResult()
                .map(Stored::of);
    }

    Uni<Void> store(CommandKey key, Optional<UUID> caseId, Written answer, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        insert into idempotency (caller, key, request_hash, case_id, status, body, location, etag, answered_at, held)
                        values (:caller, :key, :hash, cast(cast(:case as text) as uuid), :status,
                                cast(:body as text), cast(:location as text), cast(:etag as text), :at,
                                (select string_agg(relation, ',') from case_access
                                 where case_id = cast(cast(:case as text) as uuid) and person = :caller
                                   and (until is null or until > :at)))""")
                .setParameter("caller", key.caller())
                .setParameter("key", key.key())
                .setParameter("hash", key.requestHash())
                .setParameter("case", caseId.map(UUID::toString).orElse(null))
                .setParameter("status", answer.status())
                .setParameter("body", answer.body())
                .setParameter("location", answer.location())
                .setParameter("etag", answer.etag())
                .setParameter("at", work.now().atOffset(ZoneOffset.UTC))
                .executeUpdate()
                .replaceWithVoid();
    }

    /**
     * Whether the caller stands to the answer's case as when it was given: whoever lost a relation
     * since sees nothing more of the case, though they may do for others what they did for it.
     */
    Uni<Boolean> mayStillBeSeen(CommandKey key, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        "select case_id, held from idempotency where caller = :caller and key = :key",
                        Tuple.class)
                .setParameter("caller", key.caller())
                .setParameter("key", key.key())
                .getSingleResult()
                .chain(row -> standsAsThen(row, key.caller(), work));
    }

    private Uni<Boolean> standsAsThen(Tuple row, UUID person, UnitOfWork work) {
        var held = row.get("held", String.class);
        return held == null
                ? Uni.createFrom().item(true)
                : access.standsStill(row.get("case_id", UUID.class), person, held.split(","), work);
    }

    /**
     * Part of erasing a case: every answer about it. A repeated command meets the case as it is
     * then.
     */
    public Uni<Void> forget(UUID caseId, UnitOfWork work) {
        return work.session()
                .createNativeQuery("delete from idempotency where case_id = :case")
                .setParameter("case", caseId)
                .executeUpdate()
                .replaceWithVoid();
    }

    @Scheduled(every = "15m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forgetOldAnswers() {
        return transactions.inTransaction(self, StoredAnswers::forgetOld);
    }

    private static Uni<Void> forgetOld(UnitOfWork work) {
        return work.session()
                .createNativeQuery("delete from idempotency where answered_at < :before")
                .setParameter("before", work.now().minus(KEPT).atOffset(ZoneOffset.UTC))
                .executeUpdate()
                .replaceWithVoid();
    }
}
