package org.consilium.review.reading;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.consilium.kit.work.Ids;
import org.consilium.kit.work.StoredJson;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.reading.CommittedReading.Reading;

/** The own readings: one per reviewer and case, never changed. */
@ApplicationScoped
public class Readings {

    private final StoredJson json;
    private final Ids ids;

    Readings(StoredJson json, Ids ids) {
        this.json = json;
        this.ids = ids;
    }

    Uni<Void> keep(UUID caseId, UUID reviewer, Reading reading, UnitOfWork work) {
        return keep(caseId, reviewer, reading, false, work);
    }

    /** Of whoever reads the case a second time. */
    public Uni<Void> keepSecond(UUID caseId, UUID reader, Reading reading, UnitOfWork work) {
        return keep(caseId, reader, reading, true, work);
    }

    private Uni<Void> keep(
            UUID caseId, UUID reviewer, Reading reading, boolean second, UnitOfWork work) {
        var row = new ReadingRow();
        row.id = ids.next();
        row.caseId = caseId;
        row.reviewer = reviewer;
        row.diagnosis = reading.diagnosis();
        row.plan = reading.plan();
        row.confidence = reading.confidence();
        row.axes = json.write(reading.axes());
        row.second = second;
        row.committedAt = work.now();
        return work.session().persist(row);
    }

    /** Null when this reviewer wrote none. */
    public Uni<CommittedReading> of(UUID caseId, UUID reviewer, UnitOfWork work) {
        return work.session()
                .createQuery(
                        "from ReadingRow where caseId = :case and reviewer = :reviewer",
                        ReadingRow.class)
                .setParameter("case", caseId)
                .setParameter("reviewer", reviewer)
                .getSingleResultOrNull()
                .map(this::committed);
    }

    /** Of the case's reviewers; null when none of them wrote one. */
    Uni<CommittedReading> newest(UUID caseId, UnitOfWork work) {
        return work.session()
                .createQuery(
                        "from ReadingRow where caseId = :case and not second order by committedAt desc limit 1",
                        ReadingRow.class)
                .setParameter("case", caseId)
                .getSingleResultOrNull()
                .map(this::committed);
    }

    private CommittedReading committed(ReadingRow row) {
        return row == null
                ? null
                : new CommittedReading(
                        row.reviewer,
                        new Reading(row.diagnosis, row.plan, row.confidence, read(row.axes)),
                        row.committedAt);
    }

    private Map<String, String> read(String axes) {
        return axes == null
                ? Map.of()
                : json.read(axes, new TypeReference<Map<String, String>>() {});
    }
}
