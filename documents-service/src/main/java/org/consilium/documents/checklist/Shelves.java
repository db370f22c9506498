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

    private static final String ACCEPTED =
            "select id, kind, clinical_date from document where case_id = :case and state = 'accepted'";

    private final Mutiny.SessionFactory sessions;

    Shelves(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
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

    Uni<List<ShelvedDocument>> documents(UUID caseId, UnitOfWork work) {
        return documents(caseId, work.session());
    }

    Uni<List<ShelvedDocument>> documents(UUID caseId) {
        return sessions.withSession(session -> documents(caseId, session));
    }

    private static Uni<List<ShelvedDocument>> documents(UUID caseId, Mutiny.Session session) {
        return session.createNativeQuery(ACCEPTED, Object[].class)
                .setParameter("case", caseId)
                .getResultList()
                .map(rows -> rows.stream().map(Shelves::document).toList());
    }

    private static ShelvedDocument document(Object[] row) {
        return new ShelvedDocument((UUID) row[0], (String) row[1], (LocalDate) row[2]);
    }
}
