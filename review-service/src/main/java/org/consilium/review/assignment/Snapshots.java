package org.consilium.review.assignment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.cases.CaseFacts;
import org.consilium.review.cases.Cases;
import org.consilium.review.matching.Requirements;
import org.consilium.review.matching.Snapshot;
import org.consilium.review.reviewers.Candidates;

/** What a matching is decided on, as it stands now. */
@ApplicationScoped
public class Snapshots {

    private final Cases cases;
    private final CaseRequirements requirements;
    private final Candidates candidates;
    private final OpinionDue due;

    Snapshots(Cases cases, CaseRequirements requirements, Candidates candidates, OpinionDue due) {
        this.cases = cases;
        this.requirements = requirements;
        this.candidates = candidates;
        this.due = due;
    }

    public Uni<Snapshot> of(UUID caseId, Set<UUID> asked, UnitOfWork work) {
        return cases.facts(caseId, work)
                .chain(
                        facts ->
                                requirements
                                        .of(caseId, work)
                                        .chain(needed -> seen(facts, needed, asked, work)));
    }

    private Uni<Snapshot> seen(
            CaseFacts facts, Requirements needed, Set<UUID> asked, UnitOfWork work) {
        return candidates
                .all(work)
                .map(
                        all ->
                                new Snapshot(
                                        facts.caseId(),
                                        LocalDate.ofInstant(work.now(), ZoneOffset.UTC),
                                        due.dayOf(facts, work.now()),
                                        needed,
                                        asked,
                                        all));
    }
}
