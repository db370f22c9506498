package org.consilium.documents.document;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.UnitOfWork;
import org.hibernate.reactive.mutiny.Mutiny;

/** The rows of documents. */
@ApplicationScoped
public class Documents {

    private final Mutiny.SessionFactory sessions;

    Documents(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** Holds the row until the transaction ends; not found when there is none. */
    Uni<DocumentRow> forUpdate(UUID documentId, UnitOfWork work) {
        return work.session()
                .find(DocumentRow.class, documentId, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound);
    }

    /** As it is, and as it stays until the transaction ends. */
    public Uni<Document> hold(UUID documentId, UnitOfWork work) {
        return forUpdate(documentId, work).map(DocumentRow::toDocument);
    }

    Uni<Void> add(Document document, UnitOfWork work) {
        var row = new DocumentRow();
        row.store(document);
        return work.session().persist(row);
    }

    /** Without what was discarded, a paper as one. */
    public Uni<List<Document>> ofCase(UUID caseId, UUID after, int limit) {
        return sessions.withSession(
                session ->
                        session.createQuery(
                                        """
                                        from DocumentRow d where d.caseId = :case and d.id > :after
                                          and d.state <> 'discarded' and d.paper is null order by d.id""",
                                        DocumentRow.class)
                                .setParameter("case", caseId)
                                .setParameter("after", after)
                                .setMaxResults(limit)
                                .getResultList()
                                .map(rows -> rows.stream().map(DocumentRow::toDocument).toList()));
    }

    public Uni<Document> find(UUID documentId) {
        return sessions.withSession(session -> session.find(DocumentRow.class, documentId))
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .map(DocumentRow::toDocument);
    }

    /** Whether anybody has told of the case. */
    public Uni<Boolean> knowsCase(UUID caseId) {
        return sessions.withSession(
                        session ->
                                session.createNativeQuery(
                                                "select count(*) from shelf where case_id = :case",
                                                Long.class)
                                        .setParameter("case", caseId)
                                        .getSingleResult())
                .map(count -> count > 0);
    }

    /** Those that may be given up or taken back with their source; held until the end. */
    public Uni<List<UUID>> holdTranslations(UUID source, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        select id from document
                        where translates = :source and state in ('uploading', 'received', 'accepted')
                        order by id for update""",
                        UUID.class)
                .setParameter("source", source)
                .getResultList();
    }

    /** What was translated of it, whatever became of that, in the order it was sent. */
    public Uni<List<Document>> translationsOf(UUID source) {
        return sessions.withSession(
                session ->
                        session.createQuery(
                                        """
                                        from DocumentRow d where d.translates = :source
                                          and d.state <> 'discarded' order by d.id""",
                                        DocumentRow.class)
                                .setParameter("source", source)
                                .getResultList()
                                .map(rows -> rows.stream().map(DocumentRow::toDocument).toList()));
    }

    /**
     * Those of a case that ends, held until then: pages before what they are pages of, translations
     * last, as wherever several are held. One that somebody else holds this moment is left out.
     */
    Uni<List<UUID>> holdUnfinished(UUID caseId, boolean wait, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        select id from document
                        where case_id = :case and state in ('uploading', 'gathering')
                        order by state desc, translates is not null, id for update %s"""
                                .formatted(wait ? "" : "skip locked"),
                        UUID.class)
                .setParameter("case", caseId)
                .getResultList();
    }

    /** Of the case, in whatever order. */
    Uni<List<UUID>> unfinishedOf(UUID caseId, UnitOfWork work) {
        return work.session()
                .createQuery(
                        """
                        select d.id from DocumentRow d
                        where d.caseId = :case and d.state in ('uploading', 'gathering')""",
                        UUID.class)
                .setParameter("case", caseId)
                .getResultList();
    }

    /** The row is what the bytes are found by, in both buckets, when they are removed. */
    public Uni<Void> clearLater(UUID documentId, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        "insert into quarantine (document_id) values (:id) on conflict do nothing")
                .setParameter("id", documentId)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Where the bytes lie, in either bucket. */
    public Uni<String> objectKey(UUID documentId, UnitOfWork work) {
        return work.session()
                .createNativeQuery("select object_key from document where id = :id", UUID.class)
                .setParameter("id", documentId)
                .getSingleResult()
                .map(UUID::toString);
    }
}
