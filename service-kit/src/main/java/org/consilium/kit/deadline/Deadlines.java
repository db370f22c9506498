package org.consilium.kit.deadline;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.consilium.kit.work.UnitOfWork;

/** Sets and lifts deadlines, in the transaction of what they follow from. */
@ApplicationScoped
public class Deadlines {

    /** One that is set already moves to the new instant. */
    public Uni<Void> set(Deadline deadline, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        insert into deadline (case_id, kind, ref, due_at, try_at) values (:case, :kind, :ref, :due, :due)
                        on conflict (case_id, kind, ref) do update set due_at = :due, try_at = :due""")
                .setParameter("case", deadline.caseId())
                .setParameter("kind", deadline.kind())
                .setParameter("ref", deadline.ref())
                .setParameter("due", utc(deadline.dueAt()))
                .executeUpdate()
                .replaceWithVoid();
    }

    public Uni<Void> lift(UUID caseId, String kind, UUID ref, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        "delete from deadline where case_id = :case and kind = :kind and ref = :ref")
                .setParameter("case", caseId)
                .setParameter("kind", kind)
                .setParameter("ref", ref)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Every deadline of the case: it has ended. */
    public Uni<Void> liftAll(UUID caseId, UnitOfWork work) {
        return work.session()
                .createNativeQuery("delete from deadline where case_id = :case")
                .setParameter("case", caseId)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** The same, but for those of one kind: what they are about comes after the end. */
    public Uni<Void> liftAllBut(UUID caseId, String kind, UnitOfWork work) {
        return work.session()
                .createNativeQuery("delete from deadline where case_id = :case and kind <> :kind")
                .setParameter("case", caseId)
                .setParameter("kind", kind)
                .executeUpdate()
                .replaceWithVoid();
    }

    static java.time.OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
