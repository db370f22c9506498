package org.consilium.documents.checklist;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.UnitOfWork;
import org.hibernate.reactive.mutiny.Mutiny;

/** The rows of shelves, and what stands on them. */
@ApplicationScoped
class Shelves {

    /**
     * A paper whose last photographs are being examined counts as being examined. A translation
     * fills nothing: its source does.
     */
    private static final String SHELVED =
            """
            select id, kind, clinical_date, state = 'accepted' from document d
            where case_id = :case and paper is null and translates is null
              and (state in ('received', 'accepted')
                   or state = 'gathering'
                      and pages = (select count(distinct p.number) from paper_page p
                                   join document page on page.id = p.document_id
                                   where p.paper = d.id and page.state in ('received', 'accepted')))""";

    private final Mutiny.SessionFactory sessions;
    private final Waivers waivers;

    Shelves(Mutiny.SessionFactory sessions, Waivers waivers) {
        this.sessions = sessions;
        this.waivers = waivers;
    }

    /** Makes the case's shelf at the first word of the case, from whomever. */
    Uni<ShelfRow> openForUpdate(UUID caseId, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        "insert into shelf (case_id) values (:case) on conflict do nothing")
                .setParameter("case", caseId)
                .executeUpdate()
                .chain(() -> forUpdate(caseId, work));
    }

    /** Holds the shelf until the transaction ends; not found when nobody told of the case. */
    Uni<ShelfRow> forUpdate(UUID caseId, UnitOfWork work) {
        return work.session()
                .find(ShelfRow.class, caseId, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound);
    }

    Uni<ShelfRow> find(UUID caseId) {
        return sessions.withSession(session -> session.find(ShelfRow.class, caseId))
                .onItem()
                .ifNull()
                .failWith(Problem::notFound);
    }

    /** The shelf against its checklist, which has to be known. */
    Uni<Assessment> assessment(ShelfRow shelf, UnitOfWork work) {
        return assessment(shelf, work.session());
    }

    Uni<Assessment> assessment(ShelfRow shelf) {
        return sessions.withSession(session -> assessment(shelf, session));
    }

    private Uni<Assessment> assessment(ShelfRow shelf, Mutiny.Session session) {
        return documents(shelf.caseId, session)
                .chain(
                        documents ->
                                waivers.inForce(shelf.caseId, session)
                                        .map(waived -> shelf.assess(documents, waived)));
    }

    private static Uni<List<ShelvedDocument>> documents(UUID caseId, Mutiny.Session session) {
        return session.createNativeQuery(SHELVED, Object[].class)
                .setParameter("case", caseId)
                .getResultList()
                .map(rows -> rows.stream().map(Shelves::document).toList());
    }

    private static ShelvedDocument document(Object[] row) {
        return new ShelvedDocument(
                (UUID) row[0], (String) row[1], (LocalDate) row[2], (Boolean) row[3]);
    }
}
