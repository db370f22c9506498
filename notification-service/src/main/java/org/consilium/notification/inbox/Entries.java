package org.consilium.notification.inbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.consilium.kit.web.Page;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.notification.telling.Kind;

/** The inboxes. Every question names whose it is, so nobody can be answered with another's. */
@ApplicationScoped
class Entries {

    private static final String[] KNOWN = Kind.codes().toArray(String[]::new);

    private final Pool pool;

    Entries(Pool pool) {
        this.pool = pool;
    }

    Uni<Page<Entry>> of(UUID recipient, UUID before, int size) {
        return pool.preparedQuery(
                        """
                        select n.id, n.case_id, n.kind, n.due_at, n.counted, n.happened_at, n.read_at,
                               c.reference, p.language as preferred, p.zone, s.language as spoken
                        from notification n join known_case c using (case_id)
                        left join preference p on p.person = n.recipient
                        left join spoken_language s on s.case_id = n.case_id and s.person = n.recipient
                        where n.recipient = $1 and n.id < $2 and n.kind = any($4)
                        order by n.id desc limit $3""")
                .execute(Tuple.of(recipient, before, size + 1, KNOWN))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(Entry::of)
                                        .toList())
                .map(found -> Page.of(found, size, Entry::id));
    }

    Uni<Long> unread(UUID recipient) {
        return pool.preparedQuery(
                        "select count(*) as unread from notification where recipient = $1 and read_at is null")
                .execute(Tuple.of(recipient))
                .map(rows -> rows.iterator().next().getLong("unread"));
    }

    /** Somebody else's is not found. The first time stays. */
    Uni<Void> markRead(UUID id, UUID recipient, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        update notification set read_at = coalesce(read_at, :now)
                        where id = :id and recipient = :recipient""")
                .setParameter("now", work.now().atOffset(ZoneOffset.UTC))
                .setParameter("id", id)
                .setParameter("recipient", recipient)
                .executeUpdate()
                .invoke(
                        found -> {
                            if (found == 0) {
                                throw Problem.notFound();
                            }
                        })
                .replaceWithVoid();
    }
}
