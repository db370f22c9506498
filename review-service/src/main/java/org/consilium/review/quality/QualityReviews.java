package org.consilium.review.quality;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consilium.kit.work.Ids;
import org.consilium.kit.work.StoredJson;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.opinion.AxisJudgement.Significance;
import org.consilium.review.quality.Findings.Finding;

/** What became of each opinion that was checked; only ever added to. */
@ApplicationScoped
class QualityReviews {

    private final StoredJson json;
    private final Ids ids;

    QualityReviews(StoredJson json, Ids ids) {
        this.json = json;
        this.ids = ids;
    }

    /** {@code outcome} is {@code passed} or {@code returned}. */
    record Done(
            UUID opinionId,
            String outcome,
            List<Finding> findings,
            Map<String, Significance> significance,
            UUID checkedBy,
            Instant checkedAt) {}

    Uni<Void> passed(UUID caseId, UUID checker, Pass pass, UnitOfWork work) {
        var done =
                new Done(
                        pass.opinionId(),
                        "passed",
                        List.of(),
                        pass.significance(),
                        checker,
                        work.now());
        return keep(caseId, done, work);
    }

    Uni<Void> returned(UUID caseId, UUID checker, Findings findings, UnitOfWork work) {
        var done =
                new Done(
                        findings.opinionId(),
                        "returned",
                        findings.findings(),
                        Map.of(),
                        checker,
                        work.now());
        return keep(caseId, done, work);
    }

    private Uni<Void> keep(UUID caseId, Done done, UnitOfWork work) {
        var row = new QualityReviewRow();
        row.id = ids.next();
        row.caseId = caseId;
        row.opinionId = done.opinionId();
        row.checkedBy = done.checkedBy();
        row.outcome = done.outcome();
        row.findings = json.write(done.findings());
        row.significance = json.write(done.significance());
        row.checkedAt = done.checkedAt();
        return work.session().persist(row);
    }

    /** In the order they were done. */
    Uni<List<Done>> of(UUID caseId, UnitOfWork work) {
        return work.session()
                .createQuery(
                        "from QualityReviewRow where caseId = :case order by id",
                        QualityReviewRow.class)
                .setParameter("case", caseId)
                .getResultList()
                .map(rows -> rows.stream().map(this::done).toList());
    }

    private Done done(QualityReviewRow row) {
        return new Done(
                row.opinionId,
                row.outcome,
                json.read(row.findings, new TypeReference<List<Finding>>() {}),
                json.read(row.significance, new TypeReference<Map<String, Significance>>() {}),
                row.checkedBy,
                row.checkedAt);
    }
}
