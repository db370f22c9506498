package org.consilium.notification.inbox;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.consilium.notification.telling.Facts;
import org.consilium.notification.telling.Kind;

/** One line of somebody's inbox, before it is put into words. */
record Entry(
        UUID id,
        UUID caseId,
        String reference,
        Kind kind,
        Facts facts,
        Instant happenedAt,
        Instant readAt,
        String preferred,
        String spoken,
        String zone) {

    static Entry of(Row row) {
        return new Entry(
                row.getUUID("id"),
                row.getUUID("case_id"),
                row.getString("reference"),
                Kind.ofCode(row.getString("kind")),
                new Facts(instant(row, "due_at"), row.getInteger("counted")),
                instant(row, "happened_at"),
                instant(row, "read_at"),
                row.getString("preferred"),
                row.getString("spoken"),
                row.getString("zone"));
    }

    private static Instant instant(Row row, String column) {
        OffsetDateTime at = row.getOffsetDateTime(column);
        return at == null ? null : at.toInstant();
    }
}
