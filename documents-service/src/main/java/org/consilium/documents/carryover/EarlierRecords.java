package org.consilium.documents.carryover;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consilium.documents.carryover.Carrying.Earlier;
import org.consilium.documents.document.Document.Accepted;
import org.consilium.documents.document.Particulars;
import org.consilium.documents.paper.Form;

/** Reads what an earlier case has to be carried over. */
@ApplicationScoped
class EarlierRecords {

    private final Pool pool;

    EarlierRecords(Pool pool) {
        this.pool = pool;
    }

    /**
     * Records that are accepted and their photographs, without translations, in the order they were
     * sent, and what the new case has of them; of one moment, because it is one statement.
     */
    Uni<List<Earlier>> of(UUID from, UUID newCase) {
        return pool.preparedQuery(
                        """
                        select d.id, d.case_id, d.kind, d.clinical_date, d.language, d.first_opinion, d.file_name,
                               d.uploaded_by, d.bytes, d.reserved_at, d.pages, d.paper, d.sha256, d.received_at,
                               d.content_type, d.settled_at, d.object_key, p.number, n.id as carried
                        from document d
                        left join paper_page p on p.document_id = d.id
                        left join carried_record c on c.case_id = $2 and c.source = d.id
                        left join document n on n.id = c.document_id and n.state <> 'withdrawn'
                        where d.case_id = $1 and d.state = 'accepted' and d.translates is null
                        order by d.id""")
                .execute(Tuple.of(from, newCase))
                .map(rows -> rows.stream().map(EarlierRecords::earlier).toList());
    }

    private static Earlier earlier(Row row) {
        return new Earlier(
                new Accepted(
                        about(row),
                        row.getString("sha256"),
                        instant(row, "received_at"),
                        row.getString("content_type"),
                        instant(row, "settled_at")),
                row.getUUID("object_key"),
                row.getInteger("number"),
                row.getUUID("carried"));
    }

    private static Particulars about(Row row) {
        return new Particulars(
                row.getUUID("id"),
                row.getUUID("case_id"),
                row.getString("kind"),
                row.getLocalDate("clinical_date"),
                row.getString("language"),
                row.getBoolean("first_opinion"),
                row.getString("file_name"),
                row.getUUID("uploaded_by"),
                row.getLong("bytes"),
                instant(row, "reserved_at"),
                form(row));
    }

    private static Form form(Row row) {
        if (row.getInteger("pages") != null) {
            return new Form.Paper(row.getInteger("pages"));
        }
        return row.getUUID("paper") == null ? new Form.File() : new Form.Page(row.getUUID("paper"));
    }

    private static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }
}
