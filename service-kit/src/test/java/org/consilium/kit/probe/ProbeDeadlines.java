package org.consilium.kit.probe;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.consilium.kit.deadline.Deadline;
import org.consilium.kit.deadline.DeadlineHandler;
import org.consilium.kit.work.UnitOfWork;

/** A good deadline, and one for each way of going wrong. Each notes that it fired. */
public final class ProbeDeadlines {

    public static final String GOOD = "good";
    public static final String FAILS = "fails";
    public static final String FAILS_ONCE = "fails-once";
    public static final String THROWS = "throws";
    public static final String OF_A_CASE = "of-a-case";
    public static final String BREAKS_AT_COMMIT = "breaks-at-commit";

    private ProbeDeadlines() {}

    abstract static class Noting implements DeadlineHandler {

        private final String kind;

        Noting(String kind) {
            this.kind = kind;
        }

        @Override
        public String kind() {
            return kind;
        }

        @Override
        public Uni<Void> hold(Deadline deadline, UnitOfWork work) {
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Void> fire(Deadline deadline, UnitOfWork work) {
            return work.session()
                    .createNativeQuery(
                            "insert into probe_fired (case_id, ref) values (:case, :ref)")
                    .setParameter("case", deadline.caseId())
                    .setParameter("ref", deadline.ref())
                    .executeUpdate()
                    .chain(() -> then(deadline, work));
        }

        abstract Uni<Void> then(Deadline deadline, UnitOfWork work);
    }

    @Singleton
    static final class Good extends Noting {
        Good() {
            super(GOOD);
        }

        @Override
        Uni<Void> then(Deadline deadline, UnitOfWork work) {
            return Uni.createFrom().voidItem();
        }
    }

    /** Takes the case's row, as a command does before it lifts the deadline. */
    @Singleton
    static final class OfACase extends Noting {
        OfACase() {
            super(OF_A_CASE);
        }

        @Override
        public Uni<Void> hold(Deadline deadline, UnitOfWork work) {
            return work.session()
                    .find(ProbeRow.class, deadline.caseId(), LockModeType.PESSIMISTIC_WRITE)
                    .replaceWithVoid();
        }

        @Override
        Uni<Void> then(Deadline deadline, UnitOfWork work) {
            return hold(deadline, work);
        }
    }

    @Singleton
    static final class Fails extends Noting {
        Fails() {
            super(FAILS);
        }

        @Override
        Uni<Void> then(Deadline deadline, UnitOfWork work) {
            return Uni.createFrom().failure(new IllegalStateException("fails"));
        }
    }

    @Singleton
    static final class FailsOnce extends Noting {

        private final Set<UUID> failed = ConcurrentHashMap.newKeySet();

        FailsOnce() {
            super(FAILS_ONCE);
        }

        @Override
        Uni<Void> then(Deadline deadline, UnitOfWork work) {
            return failed.add(deadline.ref())
                    ? Uni.createFrom().failure(new IllegalStateException("the first time"))
                    : Uni.createFrom().voidItem();
        }
    }

    @Singleton
    static final class Throws extends Noting {
        Throws() {
            super(THROWS);
        }

        @Override
        public Uni<Void> fire(Deadline deadline, UnitOfWork work) {
            throw new IllegalStateException("throws");
        }

        @Override
        Uni<Void> then(Deadline deadline, UnitOfWork work) {
            return Uni.createFrom().voidItem();
        }
    }

    /** Its row is one that is there already, which shows when the transaction is flushed. */
    @Singleton
    static final class BreaksAtCommit extends Noting {
        BreaksAtCommit() {
            super(BREAKS_AT_COMMIT);
        }

        @Override
        Uni<Void> then(Deadline deadline, UnitOfWork work) {
            var row = new ProbeRow();
            row.caseId = deadline.caseId();
            return work.session()
                    .createNativeQuery("insert into probe (case_id, total) values (:case, 0)")
                    .setParameter("case", deadline.caseId())
                    .executeUpdate()
                    .chain(() -> work.session().persist(row));
        }
    }
}
