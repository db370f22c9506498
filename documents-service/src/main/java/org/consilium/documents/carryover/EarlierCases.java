package org.consilium.documents.carryover;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.consilium.kit.work.UnitOfWork;

/** Which case led to which, as intake tells when the later one is opened. */
@ApplicationScoped
public class EarlierCases {

    private final Pool pool;

    EarlierCases(Pool pool) {
        this.pool = pool;
    }

    /** {@code earlier} is null of a case that stands by itself; repeatable. */
    public Uni<Void> note(UUID caseId, UUID earlier, UnitOfWork work) {
        return earlier == null
                ? Uni.createFrom().voidItem()
                : work.session()
                        .createNativeQuery(
                                """
                                insert into earlier_case (case_id, earlier) values (:case, :earlier)
                                on conflict do nothing""")
                        .setParameter("case", caseId)
                        .setParameter("earlier", earlier)
                        .executeUpdate()
                        .replaceWithVoid();
    }

    Uni<Boolean> isEarlier(UUID earlier, UUID caseId) {
        return pool.preparedQuery(
                        "select exists (select 1 from earlier_case where case_id = $1 and earlier = $2) as led")
                .execute(Tuple.of(caseId, earlier))
                .map(rows -> rows.iterator().next().getBoolean("led"));
    }
}
