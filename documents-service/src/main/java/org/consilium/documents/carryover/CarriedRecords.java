package org.consilium.documents.carryover;

import static java.util.stream.Collectors.toMap;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.consilium.documents.carryover.Carrying.Copy;
import org.consilium.documents.document.Document;
import org.consilium.kit.work.UnitOfWork;

/** The rows of what was carried from where. */
@ApplicationScoped
public class CarriedRecords {

    private final Pool pool;

    CarriedRecords(Pool pool) {
        this.pool = pool;
    }

    /** Where a document came from. */
    public record CarriedFrom(UUID caseId, UUID documentId) {}

    /** Of those that were carried over, by their id; one statement for all of them. */
    public Uni<Map<UUID, CarriedFrom>> of(Collection<Document> documents) {
        var ids = documents.stream().map(document -> document.about().documentId());
        return pool.preparedQuery(
                        """
                        select document_id, source_case, source from carried_record
                        where document_id = any($1::uuid[])""")
                .execute(Tuple.of(ids.toArray(UUID[]::new)))
                .map(
                        rows -> {
                            var found = new HashMap<UUID, CarriedFrom>();
                            rows.forEach(
                                    row ->
                                            found.put(
                                                    row.getUUID("document_id"),
                                                    new CarriedFrom(
                                                            row.getUUID("source_case"),
                                                            row.getUUID("source"))));
                            return found;
                        });
    }

    /** What this case has, by where it came from, as it stays while the case's shelf is held. */
    Uni<Map<UUID, UUID>> carriedTo(UUID caseId, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        select c.source, c.document_id from carried_record c join document d on d.id = c.document_id
                        where c.case_id = :case and d.state <> 'withdrawn'""",
                        Object[].class)
                .setParameter("case", caseId)
                .getResultList()
                .map(
                        rows ->
                                rows.stream()
                                        .collect(
                                                toMap(row -> (UUID) row[0], row -> (UUID) row[1])));
    }

    /**
     * The row, which is there already, learns where its bytes lie, and where it came from is
     * written down: in place of one that came from there before and was taken back.
     */
    Uni<Void> note(Copy copy, UUID caseId, UUID from, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        with lies as (update document set object_key = :key where id = :id)
                        insert into carried_record (case_id, source, source_case, document_id)
                        values (:case, :source, :from, :id)
                        on conflict (case_id, source) do update set document_id = excluded.document_id""")
                .setParameter("key", copy.objectKey())
                .setParameter("id", copy.documentId())
                .setParameter("case", caseId)
                .setParameter("source", copy.source().about().documentId())
                .setParameter("from", from)
                .executeUpdate()
                .replaceWithVoid();
    }
}
