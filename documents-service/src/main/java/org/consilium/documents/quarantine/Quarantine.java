package org.consilium.documents.quarantine;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.UnitOfWork;

/** The rows of what lies in quarantine: parts, tail, and who may write. */
@ApplicationScoped
public class Quarantine {

    private final QuarantineConfig config;

    Quarantine(QuarantineConfig config) {
        this.config = config;
    }

    public Uni<Void> begin(UUID documentId, UnitOfWork work) {
        return work.session()
                .createNativeQuery("insert into quarantine (document_id) values (:id)")
                .setParameter("id", documentId)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** One writer at a time, on all replicas; one whose process fell silent loses its place. */
    Uni<Void> admitWriter(UUID documentId, UUID writer, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        update quarantine set writer = :writer, writer_until = :until
                        where document_id = :id and (writer is null or writer_until < :now)""")
                .setParameter("id", documentId)
                .setParameter("writer", writer)
                .setParameter("until", silentUntil(work))
                .setParameter("now", work.now().atOffset(ZoneOffset.UTC))
                .executeUpdate()
                .invoke(
                        rows -> {
                            if (rows == 0) {
                                throw new Problem(
                                        423,
                                        "upload-locked",
                                        "Another request is writing to this upload.");
                            }
                        })
                .replaceWithVoid();
    }

    /**
     * Says that these still write; who was taken over from learns it at the next step.
     *
     * @param writing the document that each writes
     */
    Uni<Void> renew(Map<UUID, UUID> writing, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        update quarantine set writer_until = :until
                        where document_id in (:documents) and writer in (:writers)""")
                .setParameter("until", silentUntil(work))
                .setParameter("documents", List.copyOf(writing.values()))
                .setParameter("writers", List.copyOf(writing.keySet()))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Of whoever waited: an upload with all its bytes that its writer did not see through. */
    Uni<List<UUID>> complete(UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        select d.id from document d join quarantine q on q.document_id = d.id
                        where d.state = 'uploading' and d.bytes_here = d.bytes
                          and (q.writer is null or q.writer_until < :now)
                        order by d.id limit 10""",
                        UUID.class)
                .setParameter("now", work.now().atOffset(ZoneOffset.UTC))
                .getResultList();
    }

    Uni<OpenUpload> opened(UUID documentId, UnitOfWork work) {
        return etags(documentId, work)
                .chain(
                        etags ->
                                work.session()
                                        .createNativeQuery(
                                                """
                                                select d.uploaded_by, d.object_key, d.bytes, d.bytes_here,
                                                       q.s3_upload_id, q.writer, length(q.tail) as tail
                                                from document d join quarantine q on q.document_id = d.id
                                                where d.id = :id""",
                                                Tuple.class)
                                        .setParameter("id", documentId)
                                        .getSingleResult()
                                        .map(row -> opened(documentId, row, etags)));
    }

    Uni<byte[]> tail(UUID documentId, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        "select tail from quarantine where document_id = :id", byte[].class)
                .setParameter("id", documentId)
                .getSingleResult();
    }

    /** The parts behind the first {@code counted} ones. */
    Uni<Void> addParts(int counted, OpenUpload upload, UnitOfWork work) {
        var etags = upload.etags().subList(counted, upload.etags().size());
        return work.session()
                .createNativeQuery(
                        """
                        insert into quarantine_part (document_id, number, etag)
                        select :id, :counted + number, etag
                        from unnest(cast(:etags as text[])) with ordinality as part (etag, number)""")
                .setParameter("id", upload.documentId())
                .setParameter("counted", counted)
                .setParameter("etags", etags.toArray(String[]::new))
                .executeUpdate()
                .chain(() -> keep(upload, new byte[0], upload.writer(), work));
    }

    /** Touches nothing that counts; the store's name for the parts is kept, to find them by. */
    Uni<Void> stay(OpenUpload upload, boolean writesOn, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        update quarantine set s3_upload_id = cast(:upload as text), writer_until = :until,
                               writer = cast(cast(:next as text) as uuid)
                        where document_id = :id and writer = :writer""")
                .setParameter("upload", upload.s3UploadId())
                .setParameter("until", silentUntil(work))
                .setParameter("next", writesOn ? upload.writer().toString() : null)
                .setParameter("id", upload.documentId())
                .setParameter("writer", upload.writer())
                .executeUpdate()
                .invoke(Quarantine::checkStillWriter)
                .replaceWithVoid();
    }

    /** What the writer leaves: the tail that counts, and its place unless it goes on. */
    Uni<Void> keepTail(OpenUpload upload, byte[] tail, UnitOfWork work) {
        return keep(upload, tail, null, work);
    }

    Uni<Void> keepAll(OpenUpload upload, UnitOfWork work) {
        return keep(upload, new byte[0], upload.writer(), work);
    }

    private Uni<Void> keep(OpenUpload upload, byte[] tail, UUID next, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        update quarantine set s3_upload_id = cast(:upload as text), tail = :tail,
                               writer = cast(cast(:next as text) as uuid), writer_until = :until
                        where document_id = :id and writer = :writer""")
                .setParameter("upload", upload.s3UploadId())
                .setParameter("tail", tail)
                .setParameter("next", next == null ? null : next.toString())
                .setParameter("until", silentUntil(work))
                .setParameter("id", upload.documentId())
                .setParameter("writer", upload.writer())
                .executeUpdate()
                .invoke(Quarantine::checkStillWriter)
                .replaceWithVoid();
    }

    private OffsetDateTime silentUntil(UnitOfWork work) {
        return work.now().plus(config.writerSilence()).atOffset(ZoneOffset.UTC);
    }

    private static void checkStillWriter(int rows) {
        if (rows == 0) {
            throw new Problem(
                    409, "upload-taken-over", "Another request writes to this upload now.");
        }
    }

    private static Uni<List<String>> etags(UUID documentId, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        "select etag from quarantine_part where document_id = :id order by number",
                        String.class)
                .setParameter("id", documentId)
                .getResultList();
    }

    private static OpenUpload opened(UUID documentId, Tuple row, List<String> etags) {
        long here = row.get("bytes_here", Long.class);
        return new OpenUpload(
                documentId,
                row.get("uploaded_by", UUID.class),
                row.get("writer", UUID.class),
                row.get("object_key", UUID.class).toString(),
                row.get("bytes", Long.class),
                here,
                here - row.get("tail", Integer.class),
                row.get("s3_upload_id", String.class),
                etags);
    }
}
