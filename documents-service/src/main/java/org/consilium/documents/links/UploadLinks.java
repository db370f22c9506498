package org.consilium.documents.links;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Reads links. */
@ApplicationScoped
class UploadLinks {

    private static final String LINK =
            """
            select l.id, l.case_id, l.kinds, l.max_files, l.max_bytes, l.files, l.bytes, l.made_by, l.made_at,
                   l.expires_at, l.revoked_at
            from upload_link l
            """;

    private final Pool pool;
    private final Clock clock;

    UploadLinks(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /**
     * Null unless the link may be used this moment: it is not revoked and not over, the case goes
     * on, and whoever made it still stands on the patient's side.
     */
    Uni<UploadLink> inForce(String tokenHash) {
        return pool.preparedQuery(
                        LINK
                                + """
                        join shelf s on s.case_id = l.case_id
                        where l.token_hash = $1 and l.revoked_at is null and l.expires_at > $2
                          and s.ended_at is null
                          and exists (select 1 from case_access a
                                      where a.case_id = l.case_id and a.person = l.made_by
                                        and a.relation in ('PATIENT', 'REPRESENTATIVE', 'REFERRER')
                                        and (a.until is null or a.until > $2))""")
                .execute(Tuple.of(tokenHash, clock.instant().atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.size() == 0 ? null : link(rows.iterator().next()));
    }

    /** In the order they were made. */
    Uni<List<UploadLink>> page(UUID caseId, UUID after, int limit) {
        return pool.preparedQuery(
                        LINK + "where l.case_id = $1 and l.id > $2 order by l.id limit $3")
                .execute(Tuple.of(caseId, after, limit))
                .map(rows -> rows.stream().map(UploadLinks::link).toList());
    }

    /** What was uploaded by the link and not given up. */
    Uni<List<UUID>> documents(UUID linkId) {
        return pool.preparedQuery(
                        """
                        select id from document
                        where upload_link = $1 and state <> 'discarded' order by id""")
                .execute(Tuple.of(linkId))
                .map(UploadLinks::ids);
    }

    Uni<Boolean> owns(UUID linkId, UUID documentId) {
        return pool.preparedQuery("select 1 from document where id = $2 and upload_link = $1")
                .execute(Tuple.of(linkId, documentId))
                .map(rows -> rows.size() == 1);
    }

    private static List<UUID> ids(RowSet<Row> rows) {
        return rows.stream().map(row -> row.getUUID("id")).toList();
    }

    private static UploadLink link(Row row) {
        var kinds = row.getString("kinds");
        return new UploadLink(
                row.getUUID("id"),
                row.getUUID("case_id"),
                kinds.isEmpty() ? Set.of() : Set.of(kinds.split(" ")),
                row.getInteger("max_files"),
                row.getLong("max_bytes"),
                row.getInteger("files"),
                row.getLong("bytes"),
                row.getUUID("made_by"),
                instant(row.getOffsetDateTime("made_at")),
                instant(row.getOffsetDateTime("expires_at")),
                instant(row.getOffsetDateTime("revoked_at")));
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
