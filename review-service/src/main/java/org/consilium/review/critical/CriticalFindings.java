package org.consilium.review.critical;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.UnitOfWork;

/** Critical findings, in the words of whoever flagged them. */
@ApplicationScoped
public class CriticalFindings {

    Uni<Void> keep(CriticalFindingRow flagged, UnitOfWork work) {
        return work.session().persist(flagged);
    }

    /** Nobody else changes it before this transaction ends; fails when the case has no such. */
    Uni<CriticalFindingRow> findLocked(UUID caseId, UUID findingId, UnitOfWork work) {
        return work.session()
                .find(CriticalFindingRow.class, findingId, LockModeType.PESSIMISTIC_WRITE)
                .map(row -> row != null && row.caseId.equals(caseId) ? row : null)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound);
    }

    /** Whether anything critical was told of this case, seen to or not. */
    public Uni<Boolean> any(UUID caseId, UnitOfWork work) {
        return of(caseId, work).map(found -> !found.isEmpty());
    }

    /** To which nobody has said that they see to it, in the order they were flagged. */
    public Uni<List<UUID>> open(UUID caseId, UnitOfWork work) {
        return of(caseId, work)
                .map(
                        found ->
                                found.stream()
                                        .filter(row -> row.acknowledgedBy == null)
                                        .map(row -> row.id)
                                        .toList());
    }

    /** In the order they were flagged. */
    Uni<List<CriticalFindingRow>> of(UUID caseId, UnitOfWork work) {
        return work.session()
                .createQuery(
                        "from CriticalFindingRow where caseId = :case order by id",
                        CriticalFindingRow.class)
                .setParameter("case", caseId)
                .getResultList();
    }
}
