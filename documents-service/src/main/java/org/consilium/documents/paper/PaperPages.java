package org.consilium.documents.paper;

import static java.util.stream.Collectors.joining;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.consilium.kit.work.UnitOfWork;

/** The rows of which photograph stands where; they change while the paper's row is held. */
@ApplicationScoped
class PaperPages {

    private static final String OF_PAPER =
            """
            select p.document_id, p.number, d.state, d.bytes, d.sha256, d.rejection_reason
            from paper_page p join document d on d.id = p.document_id
            where p.paper = %s order by p.number, p.document_id""";

    private final Pool pool;

    PaperPages(Pool pool) {
        this.pool = pool;
    }

    /** To look at only. */
    Uni<Pages> of(UUID paper) {
        return pool.preparedQuery(OF_PAPER.formatted("$1"))
                .execute(Tuple.of(paper))
                .map(rows -> new Pages(rows.stream().map(PaperPages::page).toList()));
    }

    Uni<Pages> of(UUID paper, UnitOfWork work) {
        return work.session()
                .createNativeQuery(OF_PAPER.formatted(":paper"), Object[].class)
                .setParameter("paper", paper)
                .getResultList()
                .map(rows -> new Pages(rows.stream().map(PaperPages::page).toList()));
    }

    Uni<Void> put(UUID paper, UUID documentId, int number, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        insert into paper_page (document_id, paper, number) values (:id, :paper, :number)
                        on conflict (document_id) do update set number = excluded.number""")
                .setParameter("id", documentId)
                .setParameter("paper", paper)
                .setParameter("number", number)
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<Void> remove(UUID documentId, UnitOfWork work) {
        return work.session()
                .createNativeQuery("delete from paper_page where document_id = :id")
                .setParameter("id", documentId)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** These stand there from now on, in this order, and nothing else. */
    Uni<Void> order(UUID paper, List<UUID> order, UnitOfWork work) {
        var ids = order.stream().map(UUID::toString).collect(joining(" "));
        return work.session()
                .createNativeQuery("delete from paper_page where paper = :paper")
                .setParameter("paper", paper)
                .executeUpdate()
                .chain(
                        () ->
                                work.session()
                                        .createNativeQuery(
                                                """
                                                insert into paper_page (document_id, paper, number)
                                                select id, cast(:paper as uuid), number
                                                from unnest(cast(string_to_array(:ids, ' ') as uuid[]))
                                                     with ordinality as ordered (id, number)""")
                                        .setParameter("paper", paper)
                                        .setParameter("ids", ids)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Nothing stands there any more, and what stood behind moves up. */
    Uni<Void> close(UUID paper, int number, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        "delete from paper_page where paper = :paper and number = :number")
                .setParameter("paper", paper)
                .setParameter("number", number)
                .executeUpdate()
                .chain(
                        () ->
                                work.session()
                                        .createNativeQuery(
                                                """
                                                update paper_page set number = number - 1
                                                where paper = :paper and number > :number""")
                                        .setParameter("paper", paper)
                                        .setParameter("number", number)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /** What was sent for the same place before; it leaves the place. */
    Uni<List<UUID>> displaced(UUID paper, PaperPage by, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        delete from paper_page where paper = :paper and number = :number and document_id < :id
                        returning document_id""",
                        UUID.class)
                .setParameter("paper", paper)
                .setParameter("number", by.number())
                .setParameter("id", by.documentId())
                .getResultList();
    }

    /**
     * Holds the photographs that may be given up or taken back; before the paper, as everywhere.
     */
    Uni<List<UUID>> holdAll(UUID paper, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        select id from document
                        where paper = :paper and state in ('uploading', 'received', 'accepted')
                        order by id for update""",
                        UUID.class)
                .setParameter("paper", paper)
                .getResultList();
    }

    /** Of these, what can be taken back this moment: whoever holds another takes it back. */
    Uni<List<UUID>> holdFree(List<UUID> ids, UnitOfWork work) {
        return ids.isEmpty()
                ? Uni.createFrom().item(List.of())
                : work.session()
                        .createNativeQuery(
                                """
                                select id from document
                                where id in (:ids) and state in ('received', 'accepted')
                                order by id for update skip locked""",
                                UUID.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    private static PaperPage page(Row row) {
        return new PaperPage(
                row.getUUID("document_id"),
                row.getInteger("number"),
                row.getString("state"),
                row.getLong("bytes"),
                row.getString("sha256"),
                row.getString("rejection_reason"));
    }

    private static PaperPage page(Object[] row) {
        return new PaperPage(
                (UUID) row[0],
                (Integer) row[1],
                (String) row[2],
                (Long) row[3],
                (String) row[4],
                (String) row[5]);
    }
}
