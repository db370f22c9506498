package org.consilium.review.matching;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consilium.kit.work.Ids;
import org.consilium.kit.work.StoredJson;
import org.consilium.kit.work.UnitOfWork;

/** Every matching with what it was decided on; only ever added to. */
@ApplicationScoped
public class Matchings {

    /** A case that was matched more often than this has another problem. */
    private static final int MOST_SHOWN = 100;

    private final StoredJson json;
    private final Ids ids;

    Matchings(StoredJson json, Ids ids) {
        this.json = json;
        this.ids = ids;
    }

    /** One run: what it saw and what came out. */
    public record Run(UUID id, Instant madeAt, Snapshot snapshot, Matching result) {}

    public Uni<Run> keep(Snapshot snapshot, Matching result, UnitOfWork work) {
        var row = new MatchingRow();
        row.id = ids.next();
        row.caseId = snapshot.caseId();
        row.madeAt = work.now();
        row.snapshot = json.write(snapshot);
        row.result = json.write(result);
        return work.session()
                .persist(row)
                .replaceWith(new Run(row.id, row.madeAt, snapshot, result));
    }

    /** Newest first. */
    public Uni<List<Run>> of(UUID caseId, UnitOfWork work) {
        return work.session()
                .createQuery(
                        "from MatchingRow where caseId = :case order by id desc", MatchingRow.class)
                .setParameter("case", caseId)
                .setMaxResults(MOST_SHOWN)
                .getResultList()
                .map(rows -> rows.stream().map(this::run).toList());
    }

    private Run run(MatchingRow row) {
        return new Run(
                row.id,
                row.madeAt,
                json.read(row.snapshot, Snapshot.class),
                json.read(row.result, Matching.class));
    }
}
