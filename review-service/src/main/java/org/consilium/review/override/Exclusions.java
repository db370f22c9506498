package org.consilium.review.override;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.assignment.Snapshots;
import org.consilium.review.desk.Offers;
import org.consilium.review.matching.ExclusionRule;
import org.consilium.review.matching.Snapshot;

/** Looks anew by which rules a reviewer is excluded from a case. */
@ApplicationScoped
class Exclusions {

    private final Offers offers;
    private final Snapshots snapshots;

    Exclusions(Offers offers, Snapshots snapshots) {
        this.offers = offers;
        this.snapshots = snapshots;
    }

    /** Fails with not-found when the person is no reviewer. */
    Uni<Excluded> of(UUID caseId, UUID reviewer, UnitOfWork work) {
        return offers.everAsked(caseId, work)
                .chain(asked -> snapshots.of(caseId, asked, work))
                .chain(
                        seen ->
                                offers.endedByConflict(caseId, reviewer, work)
                                        .map(it -> new Excluded(seen, rules(reviewer, seen), it)));
    }

    private static Set<ExclusionRule> rules(UUID reviewer, Snapshot seen) {
        return seen.candidates().stream()
                .filter(candidate -> candidate.person().equals(reviewer))
                .findFirst()
                .map(candidate -> ExclusionRule.of(candidate, seen))
                .orElseThrow(Problem::notFound);
    }
}
