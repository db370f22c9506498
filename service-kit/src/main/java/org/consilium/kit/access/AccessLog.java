package org.consilium.kit.access;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Who was let in to see what of a case: appended before anything leaves, never changed, each entry
 * chained to the one before by its hash. It says that somebody was let through the door; what stood
 * behind it then depends on the state of the case.
 */
@ApplicationScoped
public class AccessLog {

    private static final long NO_END = Long.MAX_VALUE;

    private final Pool pool;
    private final Clock clock;

    AccessLog(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /**
     * One entry.
     *
     * @param standing the relation or the role in which they were let in
     * @param operation as the policy names it
     */
    public record Access(long seq, UUID person, String standing, String operation, Instant at) {}

    /**
     * Somebody without an account, let in by a link that whoever is named here made. Committed when
     * it completes: only then may anything be shown.
     */
    public Uni<Void> byLink(UUID caseId, UUID maker, String operation) {
        return append(caseId, maker, "link", operation);
    }

    /** Committed when it completes; costs one statement. */
    Uni<Void> append(UUID caseId, UUID person, String standing, String operation) {
        var entry =
                Tuple.of(
                        caseId,
                        person,
                        standing,
                        operation,
                        clock.instant().atOffset(ZoneOffset.UTC));
        return pool.preparedQuery("select append_access($1, $2, $3, $4, $5)")
                .execute(entry)
                .replaceWithVoid();
    }

    /** The newest first, those before the given one; up to {@code limit}. */
    public Uni<List<Access>> before(UUID caseId, Long seq, int limit) {
        return pool.preparedQuery(
                        """
                        select seq, person, standing, operation, at from access_log
                        where case_id = $1 and seq < $2 order by seq desc limit $3""")
                .execute(Tuple.of(caseId, seq == null ? NO_END : seq, limit))
                .map(
                        rows -> {
                            var found = new ArrayList<Access>(rows.size());
                            rows.forEach(row -> found.add(access(row)));
                            return found;
                        });
    }

    private static Access access(Row row) {
        return new Access(
                row.getLong("seq"),
                row.getUUID("person"),
                row.getString("standing"),
                row.getString("operation"),
                row.getOffsetDateTime("at").toInstant());
    }
}
