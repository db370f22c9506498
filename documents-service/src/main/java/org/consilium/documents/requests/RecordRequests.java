package org.consilium.documents.requests;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.UnitOfWork;
import org.hibernate.reactive.mutiny.Mutiny;

/** The rows of requests. */
@ApplicationScoped
public class RecordRequests {

    private final Mutiny.SessionFactory sessions;

    RecordRequests(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    Uni<RecordRequestRow> forUpdate(UUID caseId, UUID requestId, UnitOfWork work) {
        return ofCase(
                caseId,
                work.session()
                        .find(RecordRequestRow.class, requestId, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Not found when it is another case's. */
    public Uni<RecordRequest> find(UUID caseId, UUID requestId) {
        return sessions.withSession(
                        session -> ofCase(caseId, session.find(RecordRequestRow.class, requestId)))
                .map(RecordRequestRow::toRequest);
    }

    Uni<List<RecordRequest>> page(UUID caseId, UUID after, int limit) {
        return sessions.withSession(
                session ->
                        session.createQuery(
                                        """
                                        from RecordRequestRow r where r.caseId = :case and r.id > :after
                                        order by r.id""",
                                        RecordRequestRow.class)
                                .setParameter("case", caseId)
                                .setParameter("after", after)
                                .setMaxResults(limit)
                                .getResultList()
                                .map(
                                        rows ->
                                                rows.stream()
                                                        .map(RecordRequestRow::toRequest)
                                                        .toList()));
    }

    Uni<List<UUID>> openOf(UUID caseId, UnitOfWork work) {
        return work.session()
                .createQuery(
                        """
                        select r.id from RecordRequestRow r where r.caseId = :case
                          and r.state in ('drafted', 'sent', 'reminded') order by r.id""",
                        UUID.class)
                .setParameter("case", caseId)
                .getResultList();
    }

    Uni<Void> add(RecordRequest request, UnitOfWork work) {
        var row = new RecordRequestRow();
        row.store(request);
        return work.session().persist(row);
    }

    private static Uni<RecordRequestRow> ofCase(UUID caseId, Uni<RecordRequestRow> found) {
        return found.map(
                row -> {
                    if (row == null || !row.caseId.equals(caseId)) {
                        throw Problem.notFound();
                    }
                    return row;
                });
    }
}
