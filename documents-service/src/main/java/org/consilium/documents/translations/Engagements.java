package org.consilium.documents.translations;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** The rows of engagements, for those who look. */
@ApplicationScoped
public class Engagements {

    private static final String WITH_TRANSLATION =
            """
            select e.id, e.case_id, e.document_id, e.translator, e.from_language, e.to_language, e.until,
                   e.engaged_by, e.engaged_at, e.ended_at,
                   (select d.id from document d
                    where d.translates = e.document_id and d.uploaded_by = e.translator
                      and d.language = e.to_language and d.state = 'accepted'
                    order by d.id desc limit 1) as translation
            from engagement e
            where %s order by e.id limit $3""";

    private final Pool pool;
    private final Clock clock;

    Engagements(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /**
     * An engagement and what came of it.
     *
     * @param translation the newest that was accepted; null for none
     */
    record Tracked(Engagement engagement, UUID translation) {}

    Uni<List<Tracked>> ofCase(UUID caseId, UUID after, int limit) {
        return pool.preparedQuery(WITH_TRANSLATION.formatted("e.case_id = $1 and e.id > $2"))
                .execute(Tuple.of(caseId, after, limit))
                .map(rows -> rows.stream().map(Engagements::tracked).toList());
    }

    /** What somebody translates now. */
    Uni<List<Tracked>> ofTranslator(UUID translator, UUID after, int limit) {
        return pool.preparedQuery(
                        WITH_TRANSLATION.formatted(
                                """
                                e.translator = $1 and e.id > $2
                                and e.ended_at is null and e.until > $4"""))
                .execute(Tuple.of(translator, after, limit, now()))
                .map(rows -> rows.stream().map(Engagements::tracked).toList());
    }

    /** Whether this person translates this document now. */
    public Uni<Boolean> inForce(UUID documentId, UUID translator) {
        return pool.preparedQuery(
                        """
                        select exists (select 1 from engagement
                                       where document_id = $1 and translator = $2
                                         and ended_at is null and until > $3) as engaged""")
                .execute(Tuple.of(documentId, translator, now()))
                .map(rows -> rows.iterator().next().getBoolean("engaged"));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Tracked tracked(Row row) {
        return new Tracked(
                new Engagement(
                        row.getUUID("id"),
                        row.getUUID("case_id"),
                        row.getUUID("document_id"),
                        row.getUUID("translator"),
                        row.getString("from_language"),
                        row.getString("to_language"),
                        instant(row, "until"),
                        row.getUUID("engaged_by"),
                        instant(row, "engaged_at"),
                        instant(row, "ended_at")),
                row.getUUID("translation"));
    }

    private static Instant instant(Row row, String column) {
        var time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
