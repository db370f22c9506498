package org.consilium.documents.copies;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.consilium.documents.worker.CleanText;
import org.consilium.kit.words.Code;
import org.consilium.kit.work.UnitOfWork;

/** Which copies there are, for those who read them. */
@ApplicationScoped
public class ReadingCopies {

    /** Text says nothing but what it shows; UTF-8 is what everybody reads. */
    private static final Set<String> MAY_TELL_MORE =
            Set.of("application/pdf", "image/jpeg", "image/png", "image/heic", "application/dicom");

    private final Pool pool;

    ReadingCopies(Pool pool) {
        this.pool = pool;
    }

    /** How far a document's copy is. */
    public enum State {
        /** There is none of this type: the file itself is read. */
        NOT_NEEDED,
        WANTED,
        MADE,
        /** The worker could not read the file. */
        FAILED
    }

    /** Why a copy failed; the codes are stable. */
    public enum Reason {
        /** The worker read the file and could make nothing of it. */
        CANNOT_BE_READ,
        /** It was stopped each time, or had too little room. */
        TOO_HEAVY;

        public String code() {
            return Code.of(this);
        }
    }

    /**
     * A document's copy.
     *
     * @param objects the whole copy and the pages, in this order; empty unless made
     * @param reason a code, of one that failed; null when nobody knows
     */
    public record ReadingCopy(State state, List<Derived> objects, String reason) {

        private static ReadingCopy none(State state, String reason) {
            return new ReadingCopy(state, List.of(), reason);
        }

        public Derived whole() {
            return objects.getFirst();
        }

        /** Of how many pages there are pictures, of one that is made. */
        public int pictures() {
            return objects.size() - 1;
        }
    }

    /**
     * It is accepted from now on, or is another than before; nothing of it is for reviewers before
     * the copy is made. What was made before is no object of anybody's any more, and swept.
     */
    public Uni<Void> want(UUID documentId, String contentType, UnitOfWork work) {
        if (!MAY_TELL_MORE.contains(contentType) && !CleanText.isWanted(contentType)) {
            return Uni.createFrom().voidItem();
        }
        return work.session()
                .createNativeQuery("delete from derived_object where document_id = :id")
                .setParameter("id", documentId)
                .executeUpdate()
                .chain(
                        () ->
                                work.session()
                                        .createNativeQuery(
                                                """
                                                insert into reading_copy (document_id, state, try_at) values (:id, 'wanted', :now)
                                                on conflict (document_id) do update
                                                set state = 'wanted', reason = null, try_at = excluded.try_at, tries = 0, away = 0, lease = null""")
                                        .setParameter("id", documentId)
                                        .setParameter("now", work.now().atOffset(ZoneOffset.UTC))
                                        .executeUpdate())
                .replaceWithVoid();
    }

    public Uni<ReadingCopy> of(UUID documentId) {
        return pool.preparedQuery(
                        """
                        select c.state, c.reason, o.object_key, o.page, o.content_type, o.bytes, o.sha256
                        from reading_copy c left join derived_object o on o.document_id = c.document_id
                        where c.document_id = $1 order by o.page""")
                .execute(Tuple.of(documentId))
                .map(rows -> copy(StreamSupport.stream(rows.spliterator(), false).toList()));
    }

    private static ReadingCopy copy(List<Row> rows) {
        if (rows.isEmpty()) {
            return ReadingCopy.none(State.NOT_NEEDED, null);
        }
        return switch (rows.getFirst().getString("state")) {
            case "wanted" -> ReadingCopy.none(State.WANTED, null);
            case "failed" -> ReadingCopy.none(State.FAILED, rows.getFirst().getString("reason"));
            default ->
                    new ReadingCopy(
                            State.MADE, rows.stream().map(ReadingCopies::derived).toList(), null);
        };
    }

    private static Derived derived(Row row) {
        return new Derived(
                row.getUUID("object_key"),
                row.getInteger("page"),
                row.getString("content_type"),
                row.getLong("bytes"),
                row.getString("sha256"));
    }
}
